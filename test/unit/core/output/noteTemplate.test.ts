import assert from 'node:assert/strict';
import { filledNote, readNoteTemplate, unknownNames } from '../../../../src/core/output/noteTemplate.ts';

const values: Readonly<Record<string, string>> = { user: 'Ana', device: 'db', itsm: '' };
const fill = (text: string) => filledNote(readNoteTemplate(text), (name) => values[name] ?? '');

describe('the template of a note', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['{user} on {device}', 'Ana on db'],
    ['{ user }', 'Ana'],
    ['{{user}} is {user}', '{user} is Ana'],
    ['{{{user}}}', '{Ana}'],
    ['{{code}}\n{user}\n{{code}}', '{code}\nAna\n{code}'],
    ['a } b { c', 'a } b { c'],
    ['{}', '{}'],
    ['Hello\n\nTicket: {itsm}\nUser: {user}', 'Hello\n\nUser: Ana'],
    ['Ticket: {itsm} of {user}', 'Ticket:  of Ana'],
    ['one\r\n{user}', 'one\nAna'],
  ];
  for (const [template, note] of cases) {
    it(`makes ${JSON.stringify(note)} of ${JSON.stringify(template)}`, () => assert.equal(fill(template), note));
  }

  it('fills in nothing twice: a value with braces is a value', () => {
    assert.equal(
      filledNote(readNoteTemplate('{user}'), () => '{device} {{x}}'),
      '{device} {{x}}',
    );
  });

  it('names what it does not know, each once', () => {
    const template = readNoteTemplate('{usr} {user}\n{usr} {{brace}} {Devise}');
    assert.deepEqual(
      unknownNames(template, (name) => name in values),
      ['usr', 'Devise'],
    );
  });
});

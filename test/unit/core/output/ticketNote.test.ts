import assert from 'node:assert/strict';
import { atOnce } from '../../../../src/core/async/work.ts';
import type { NoteEntry } from '../../../../src/core/output/noteEntry.ts';
import { noteTable, ticketNote, UnknownPlaceholders } from '../../../../src/core/output/ticketNote.ts';
import type { NoteFormat } from '../../../../src/core/output/ticketNote.ts';
import { fieldRows } from '../../../../src/core/sessions/fields.ts';
import type { Session } from '../../../../src/core/sessions/session.ts';
import { makeSession } from '../makeSession.ts';

const language = {
  words: { live: 'Live', ended: 'Ended', yes: 'Yes', no: 'No' },
  labels: { id: 'ID', sessionId: 'Session ID', user: 'User', duration: 'Duration', link: 'Link' },
  ownTimeZone: 'Asia/Tokyo',
};

function entry(changes: Partial<Session> = {}, more: Partial<NoteEntry> = {}): NoteEntry {
  return {
    session: makeSession(changes),
    connection: 'Lab',
    server: 'https://pam.example.com',
    timeZone: 'America/Sao_Paulo',
    link: 'vscode://pam-sessions.pam-sessions/session/540?connection=Lab&session=421c83a3b10b',
    ...more,
  };
}

function note(template: string, entries: readonly NoteEntry[], format: NoteFormat = 'markdown'): string {
  return atOnce(ticketNote(entries, { template, format }, language));
}

describe('ticketNote', () => {
  it('has a placeholder for every field', () => {
    const template = fieldRows.map(({ name }) => `${name}={${name}}`).join('\n');
    const lines = note(template, [entry({ request: 'R1', itsm: 'INC1' })]).split('\n');
    assert.deepEqual(
      lines.map((line) => line.split('=')[0]),
      fieldRows.map(({ name }) => name),
    );
    assert.ok(lines.includes('sessionId=421c83a3b10be439d4da33b6c140f53eaf448207'));
    assert.ok(lines.includes('durationSeconds=20') && lines.includes('preventPurge=No'));
  });

  it("takes the server's own names, in any case, and those of fields that it does not know", () => {
    const session = { itsm: 'INC1', extra: { cost_centre: 'C7', n: 5, deep: { a: [1] }, gone: null } };
    assert.equal(note('{origin_ip} {ITSM} {SESSIONID}', [entry(session)]).split(' ')[0], '172.16.20.50');
    assert.equal(note('{extra.cost_centre} {extra.n} {extra.deep}', [entry(session)], 'plain'), 'C7 5 {"a":[1]}');
    assert.equal(note('x\n{extra.gone}{extra.constructor}{extra.none}', [entry(session)]), 'x');
  });

  it("says both clocks: the server's and the person's", () => {
    const template = '{start} | {start.local} | {end.local} | {timeZone}';
    assert.equal(
      note(template, [entry()], 'plain'),
      '2020-11-17 15:29:21 | 2020-11-18 03:29:21 +09:00 | 2020-11-18 03:29:41 +09:00 | America/Sao_Paulo',
    );
    assert.equal(note('{start}\nMine: {start.local}', [entry({}, { timeZone: '' })], 'plain'), '2020-11-17 15:29:21');
    const withZone = { start: '2020-11-17 15:29:21+02:00' };
    assert.equal(note('{start.local}', [entry(withZone, { timeZone: '' })], 'plain'), '2020-11-17 22:29:21 +09:00');
  });

  it('says whether a session is live, for how long one was on, and where it is', () => {
    const live = entry({ live: true, end: null, durationSeconds: null });
    const template = '{id} {status}\n{end}\n{duration}\n{connection} {server}\n{link}';
    assert.deepEqual(note(template, [live], 'plain').split('\n'), [
      '540 Live',
      'Lab https://pam.example.com',
      live.link,
    ]);
    assert.equal(note('{status} {duration}', [entry()]), 'Ended 20s');
  });

  it('escapes values and nothing else: neither the template nor the link', () => {
    const hostile = entry({ user: '@ana {code}' }, { connection: '[x](y)' });
    assert.equal(
      note('**@team** {user} [Open]({link}) {connection}', [hostile]),
      `**@team** &#64;\u200cana &#123;code&#125; [Open](${hostile.link}) &#91;x&#93;&#40;y&#41;`,
    );
    assert.equal(note('{user}', [entry({ user: '@ana\n\u202e|' })], 'plain'), '@ana⏎\\u202e|');
  });

  it('names all placeholders that stand for nothing, also where a table takes the place of the notes', () => {
    for (const count of [1, 4]) {
      assert.throws(
        () => note('{usr} {id} {Devise} {extra.} {start.locl}', Array<NoteEntry>(count).fill(entry())),
        (error: unknown) => {
          assert.ok(error instanceof UnknownPlaceholders);
          assert.deepEqual(error.names, ['usr', 'Devise', 'extra.', 'start.locl']);
          return true;
        },
      );
    }
  });

  it('puts up to three notes one below the other, and more into a table', () => {
    const entries = ['1', '2', '3'].map((id) => entry({ id }));
    assert.equal(note('{id}\n{user}', entries), '1\nAdmin\n\n2\nAdmin\n\n3\nAdmin');
    const lines = note('{id}', [...entries, entry({ id: '4', user: 'a|b\nc' })]).split('\n');
    assert.equal(lines.length, 6);
    assert.match(lines[0] ?? '', /\| ID \| Session ID \|/);
    assert.match(lines[0] ?? '', /\| User \|/);
    assert.match(lines[1] ?? '', /^\| --- \|/);
    assert.match(lines[5] ?? '', /\| 4 \|/);
    assert.match(lines[5] ?? '', /\| a&#124;b⏎c \|/);
    const widths = new Set(lines.map((line) => line.split('|').length));
    assert.equal(widths.size, 1);
  });
});

describe('noteTable', () => {
  const table = (entries: readonly NoteEntry[], format: NoteFormat) => atOnce(noteTable(entries, format, language));

  it('leaves out columns in which there is nothing, and says that a session is live', () => {
    const [head, , row] = table([entry({ proxy: '', live: true, end: null, durationSeconds: null })], 'markdown').split(
      '\n',
    );
    assert.doesNotMatch(head ?? '', /proxy|Duration/);
    assert.match(row ?? '', /\| Live \|/);
  });

  it('says whose they are where they are of several connections', () => {
    const other = entry({}, { connection: 'Other', server: 'https://other.example.com' });
    assert.match(table([entry(), other], 'markdown'), /\| connection \| server \|/);
    assert.doesNotMatch(table([entry(), entry()], 'markdown'), /\| connection \|/);
  });

  it('is fit for a spreadsheet where it is plain', () => {
    const [, row] = table([entry({ user: '=1+1', device: 'a\tb' })], 'plain').split('\n');
    const cells = row?.split('\t') ?? [];
    assert.ok(cells.includes("'=1+1") && cells.includes(String.raw`a\u0009b`));
  });
});

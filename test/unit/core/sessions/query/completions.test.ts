import assert from 'node:assert/strict';
import { completions, type CompletionSources } from '../../../../../src/core/sessions/query/completions.ts';
import { printedField } from '../../../../../src/core/sessions/query/printedField.ts';
import { unknownNames } from './support.ts';

const values = [
  { value: 'Admin', count: 1204 },
  { value: 'Ana Maria', count: 7 },
  { value: 'a,"b"', count: 2 },
  { value: '', count: 1 },
];

/** Values of the fields user and risk, and which field was asked for what. */
function sourcesThatTell(asked: string[], isLocal = false): CompletionSources {
  return {
    isLocal,
    unknownNames,
    values(field, typed) {
      asked.push(`${printedField(field)}=${typed}`);
      return values.filter(({ value }) => value.toLowerCase().includes(typed.toLowerCase()));
    },
  };
}

/** The whole queries that a text can become. */
function offered(text: string, isLocal = false): readonly string[] {
  const { start, items } = completions(text, sourcesThatTell([], isLocal));
  return items.map(({ insert }) => text.slice(0, start) + insert);
}

const rows: readonly (readonly [text: string, offered: readonly string[]])[] = [
  ['us', ['user:', 'usuario:']],
  ['is:live -US', ['is:live -user:', 'is:live -usuario:']],
  ['(pro', ['(protocol:', '(proxy:', '(protocolo:']],
  ['ris', ['risk:']],
  ['field."a', ['field."a b":']],
  ['a O', ['a origin_ip:', 'a OR ']],
  ['OR', ['origin_ip:']],
  ['user:', ['user:Admin', 'user:"Ana Maria"', 'user:"a,\\"b\\""', 'user:""', 'user:=']],
  ['user:ADM', ['user:Admin']],
  ['user:x,ana', ['user:x,"Ana Maria"']],
  ['user:"ana m', ['user:"Ana Maria"']],
  ['user:"ana maria"', ['user:"Ana Maria"']],
  ['user:"a,\\"', ['user:"a,\\"b\\""']],
  ['user:=adm', ['user:=Admin']],
  ['"a b" usuario:adm', ['"a b" usuario:Admin']],
  ['field."a b":adm', ['field."a b":Admin']],
  ['risk:adm', ['risk:Admin']],
  ['is:', ['is:live', 'is:ended', 'is:protected']],
  ['is:live,E', ['is:live,ended']],
  ['has:it', ['has:itsm']],
  ['has:field', ['has:field."a b"', 'has:field."user"']],
  ['id:', ['id:>', 'id:>=', 'id:<', 'id:<=']],
  ['started:t', ['started:today']],
  ['started:>=y', ['started:>=yesterday']],
  ['at:2024..n', ['at:2024..now']],
  ['after:-', ['after:-1h', 'after:-24h', 'after:-7d']],
  ['session:e7', []],
  ['10.0.0.1:2', []],
  ['nothing:x', []],
];

describe('core: the last word of a query is completed', () => {
  for (const [text, expected] of rows) {
    it(JSON.stringify(text), () => assert.deepEqual(offered(text), expected));
  }

  it('with every name where nothing was typed, and OR behind a term', () => {
    assert.deepEqual(
      offered('').filter((text) => /^(?:user|started|risk|field."a b"|OR ?):?$/.test(text)),
      ['user:', 'started:', 'risk:', 'field."a b":'],
    );
    assert.ok(offered('a ').includes('a OR '));
  });

  it('with the names in Portuguese and Spanish where people speak these', () => {
    const isTold = (text: string) => /^(?:proxy|usuario|credencial|dispositivo|protocolo|started|hash):$/.test(text);
    assert.deepEqual(offered('').filter(isTold), ['proxy:', 'started:']);
    assert.deepEqual(offered('', true).filter(isTold), [
      ...['proxy:', 'usuario:', 'credencial:', 'dispositivo:', 'protocolo:'],
      'started:',
    ]);
    assert.deepEqual(offered('di', true), ['dispositivo:']);
    assert.deepEqual(offered('protoc', true), ['protocol:', 'protocolo:']);
    assert.deepEqual(offered('dispositivo:adm', true), ['dispositivo:Admin']);
    assert.deepEqual(offered('has:us', true), ['has:user', 'has:usuario']);
  });

  it('with the values of its field and their counts', () => {
    const asked: string[] = [];
    const { items } = completions('usuario:"ana M', sourcesThatTell(asked));
    assert.deepEqual(asked, ['user=ana M']);
    assert.deepEqual(items, [{ kind: 'value', insert: '"Ana Maria"', value: 'Ana Maria', count: 7 }]);
  });

  it('also where the query is long and hostile', () => {
    for (const text of [
      '"'.repeat(9999),
      '\\'.repeat(9999),
      'user:"\\'.repeat(1000),
      'a:'.repeat(5000),
      ','.repeat(9999),
    ]) {
      assert.ok(completions(text, sourcesThatTell([])).start <= text.length);
    }
  });
});

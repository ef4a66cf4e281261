import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument, type Document } from '../../../../src/core/pam/document.ts';
import { ListReader } from '../../../../src/core/pam/listReader.ts';
import { readSession } from '../../../../src/core/pam/record.ts';
import type { Session } from '../../../../src/core/sessions/session.ts';
import { generatedList } from './generatedList.ts';
import { cutAt } from './generatedDocument.ts';
import { english } from './records.ts';
import { bodyOf } from './readText.ts';

async function read(pieces: Iterable<string | Buffer>): Promise<Document & { readonly sessions: readonly Session[] }> {
  const list = new ListReader();
  const document = await readDocument(bodyOf(pieces), list);
  const index = list.builder.build();
  const rows = index.filter('').sort();
  return { ...document, sessions: Array.from(rows, (row) => index.session(row)) };
}

/** What the list must hold: the last record of each id, read from objects. */
function expected(records: readonly object[]): readonly Session[] {
  const sessions = records.flatMap((record) => readSession({ ...record }) ?? []);
  return sessions.filter(({ id }, at) => !sessions.slice(at + 1).some((later) => later.id === id));
}

const listOf = (...records: readonly object[]) => `{"remote_sessions":[${records.map(toText).join(',')}]}`;
const toText = (record: object) => JSON.stringify(record);

describe('core: records become rows', () => {
  it('as JSON.parse and readSession read them, wherever the bytes are cut', async () => {
    const cuts = fc.array(fc.nat(100_000), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(generatedList, cuts, async ({ text, records }, places) => {
        const { sessions, complete } = await read(cutAt(Buffer.from(text), places));
        assert.deepEqual([complete, sessions], [true, expected(records)]);
      }),
      { numRuns: 300 },
    );
  });

  it('never wrongly: a list cut off at any byte gives the first rows only, and says that it is not complete', async () => {
    const records = [english, { ...english, id: 541, end: null, time: null, user: 'opera\u00e7\u00e3o' }, english];
    const bytes = Buffer.from(listOf(...records.map((record, at) => ({ ...record, id: String(at) }))));
    const whole = await read([bytes]);
    for (let end = 0; end < bytes.length; end++) {
      const { sessions, complete } = await read([bytes.subarray(0, end)]);
      assert.deepEqual([complete, sessions], [false, whole.sessions.slice(0, sessions.length)]);
    }
  });

  it('whose keys change their order, and whose fields come and go', async () => {
    const { id, user, ...rest } = english;
    const records = [
      english,
      { user, id: '7', ...rest },
      { id: '8' },
      { ...rest, id: '9', user, site: 'a' },
      { id: '10' },
    ];
    const { sessions } = await read([listOf(...records)]);
    assert.deepEqual(sessions, expected(records));
    assert.deepEqual(id, '540');
  });

  it('without being made objects, also where blanks part keys from values and a chunk ends between them', async () => {
    const text = `{"remote_sessions": [${[1, 2, 3, 4].map((id) => JSON.stringify({ ...english, id }, null, 1)).join(', ')}]}`;
    const end = text.indexOf(':', text.indexOf('"device"')) + 1;
    const list = new ListReader();
    let objects = 0;
    const { complete } = await readDocument(bodyOf([text.slice(0, end), text.slice(end)]), {
      readPlain: (bytes, at) => list.readPlain(bytes, at),
      onRecord: () => objects++,
    });
    assert.deepEqual([complete, objects, list.builder.size], [true, 0, 4]);
  });

  it('with one and the same value for one text, however it is written', async () => {
    const list = new ListReader();
    const device = ['"a/b"', '"a\\/b"', '"\\u0061/b"'];
    const text = device.map((value, id) => `{"id":${id},"device":${value}}`).join(',');
    await readDocument(bodyOf([`{"remote_sessions":[${text}]}`]), list);
    const index = list.builder.build();
    const groups = index.group(index.filter(''), 'device');
    assert.deepEqual(
      groups.map(({ value, rows }) => [value, rows.length]),
      [['a/b', 3]],
    );
  });

  it('of which those with bytes that are no UTF-8 are counted, and keep their place', async () => {
    const [before = '', after = ''] = listOf({ ...english, user: '?' }, { ...english, id: 2, user: '?' }).split('"?"');
    const bad = Buffer.from([0x22, 0x41, 0xff, 0x22]);
    const again = Buffer.from(`"?"${after}`);
    const { sessions, replaced } = await read([Buffer.concat([Buffer.from(before), bad, Buffer.from(after), again])]);
    assert.deepEqual([sessions[0]?.user, replaced], ['A\ufffd', 1]);
  });

  it('each with its own extra fields, though there are more of them than columns', async () => {
    const records = Array.from({ length: 60 }, (_, at) => ({
      id: String(at),
      [`field${at}`]: at,
      [`f${at % 3}`]: 'x',
    }));
    const { sessions } = await read([listOf(...records, { id: '99' })]);
    assert.deepEqual(sessions, expected([...records, { id: '99' }]));
  });
});

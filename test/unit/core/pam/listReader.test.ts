import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument, type Document } from '../../../../src/core/pam/answer/document.ts';
import { ListReader } from '../../../../src/core/pam/listReader.ts';
import { readSession } from '../../../../src/core/pam/records/readSession.ts';
import type { Session } from '../../../../src/core/sessions/session.ts';
import { generatedList } from './records/generatedList.ts';
import { cutAt } from './answer/generatedDocument.ts';
import { english } from './records/records.ts';
import { bodyOf } from './answer/readText.ts';

interface Read extends Document {
  readonly sessions: readonly Session[];
  /** A letter for each record, in their order: `p` for a plain one, read from the bytes, `o` for one made an object. */
  readonly ways: string;
}

async function read(pieces: Iterable<string | Buffer>): Promise<Read> {
  const list = new ListReader();
  let ways = '';
  const document = await readDocument(bodyOf(pieces), {
    plain: {
      read(bytes, at) {
        const run = list.plain.read(bytes, at);
        ways += 'p'.repeat(run.records);
        return run;
      },
    },
    onRecord(record) {
      list.onRecord(record);
      ways += 'o';
    },
  });
  const index = list.builder.build();
  const rows = index.filter('').sort();
  return { ...document, ways, sessions: Array.from(rows, (row) => index.session(row)) };
}

/** What the list must hold: the last record of each id, read from objects. */
function expected(records: readonly object[]): readonly Session[] {
  const sessions = records.flatMap((record) => readSession({ ...record }) ?? []);
  return sessions.filter(({ id }, at) => !sessions.slice(at + 1).some((later) => later.id === id));
}

const listOf = (...records: readonly object[]) => `{"remote_sessions":[${records.map(toText).join(',')}]}`;
const toText = (record: object) => JSON.stringify(record);

describe('core: records become rows', () => {
  it('as JSON.parse and readSession read them, wherever the bytes are cut, most of them from the bytes', async () => {
    const cuts = fc.array(fc.nat(100_000), { maxLength: 4 });
    let all = '';
    await fc.assert(
      fc.asyncProperty(generatedList, cuts, async ({ text, records }, places) => {
        const { sessions, complete, ways } = await read(cutAt(Buffer.from(text), places));
        assert.deepEqual([complete, sessions], [true, expected(records)]);
        all += `${ways} `;
      }),
      { numRuns: 300 },
    );
    const share = (count: number) => count / all.replaceAll(' ', '').length;
    assert.ok(share(all.split('p').length - 1) > 0.6, 'most records are read from the bytes');
    assert.ok(share(all.match(/p(?=pp)/g)?.length ?? 0) > 0.4, 'several of them in a row');
  });

  it('of which none has the time of the one before', async () => {
    const { time, ...timeless } = english;
    const records = [english, timeless, english, { ...english, time: null }, { ...english, time: '' }, english].map(
      (record, at) => ({ ...record, id: String(at), end: '2020-11-17 15:30:21', request: time }),
    );
    const { sessions, ways } = await read([listOf(...records)]);
    assert.deepEqual(
      [ways, sessions.map(({ durationSeconds }) => durationSeconds)],
      ['pppppp', [20, 60, 20, 60, 60, 20]],
    );
  });

  it('whatever their times are, from the bytes as far as one value says all', async () => {
    const times = [
      '2024-05-06T16:07:59,5+00',
      '2024-05-06 16:07',
      '9999-12-31',
      1_715_011_679,
      '0',
      false,
      true,
      'soon',
    ];
    const recently = new Date(Date.now() - 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
    const ends = [...times, null, '2024-05-06 16:07:59', '2099-12-31 23:59:59', recently];
    const said = ['00:00:20', '800:00:00', '838:59:59', '99999:00:00', '', null];
    const values = ends.flatMap((end) => ends.flatMap((start) => said.map((time) => ({ start, end, time }))));
    const records = values.map((value, at) => ({ ...english, ...value, id: String(at) }));
    const { sessions, ways } = await read([listOf(...records)]);
    assert.deepEqual(sessions, expected(records));
    const differs = sessions.filter(({ extra }) => 'time' in extra).length;
    assert.deepEqual([ways.split('o').length - 1, differs > 0], [differs, true]);
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
      plain: list.plain,
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

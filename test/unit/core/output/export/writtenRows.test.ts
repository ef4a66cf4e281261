import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { atOnce } from '../../../../../src/core/async/work.ts';
import { columnsOf } from '../../../../../src/core/output/export/columnsOf.ts';
import type { Format } from '../../../../../src/core/output/export/format.ts';
import { writtenRows } from '../../../../../src/core/output/export/writtenRows.ts';
import type { WrittenField } from '../../../../../src/core/sessions/columns/writing.ts';
import { SessionIndexBuilder } from '../../../../../src/core/sessions/index/sessionIndexBuilder.ts';
import type { SessionIndex } from '../../../../../src/core/sessions/index/sessionIndex.ts';
import { sessionKeys, type Session } from '../../../../../src/core/sessions/session.ts';
import { makeSession } from '../../makeSession.ts';

/** What breaks cells, runs in a spreadsheet, or looks like something else. */
const hostile = fc.oneof(
  fc.constantFrom('', '=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', "'=1", 'a,b', 'a"b', '"', '""'),
  fc.constantFrom('a\r\nb', 'a\nb', '\u202eabc', '\ufeffa', 'null', 'NaN', '\ud83d\ude00', '\0', ' ', '"=1"', ';=1'),
  fc.constantFrom('\ud800', 'a\udfff', '=\ud83d', '\udc00\ud800'),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const json = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
const session = fc
  .record({
    id: fc.nat(500).map(String),
    sessionId: fc.oneof(fc.constant('421c83a3b10be439d4da33b6c140f53eaf448207'), hostile),
    user: hostile,
    device: hostile,
    start: fc.option(fc.oneof(fc.constant('2024-05-06 16:07:59'), hostile)),
    end: fc.option(fc.oneof(fc.constant('2024-05-06 18:30:00'), hostile)),
    durationSeconds: fc.option(fc.oneof(fc.nat(4_000_000), fc.constantFrom(5_000_000_000, 1e21))),
    preventPurge: fc.option(fc.boolean()),
    request: fc.option(hostile),
    extra: fc.dictionary(fc.oneof(fc.constantFrom('risk', '__proto__', '12'), hostile), fc.oneof(hostile, json)),
  })
  .map((fields) => makeSession({ ...fields, extra: { ...fields.extra }, live: fields.end === null }));
const sessions = fc.uniqueArray(session, { maxLength: 20, selector: ({ id }) => id });

function listOf(given: readonly Session[]) {
  const builder = new SessionIndexBuilder();
  given.forEach((each) => builder.add(each));
  const index = builder.build();
  const rows = atOnce(index.newestFirst());
  return { index, rows, expected: Array.from(rows, (row) => index.session(row)) };
}

function namesIn(index: SessionIndex): readonly string[] {
  return atOnce(index.queryRows()).unknownNames;
}

function written(
  format: Format,
  { index, rows }: ReturnType<typeof listOf>,
  columns: readonly WrittenField[] = columnsOf(format, namesIn(index)),
  hasMark = false,
) {
  let text = '';
  let count = 0;
  const work = writtenRows(index, rows, { format, columns, hasMark });
  for (;;) {
    const step = work.next();
    if (step.done === true) {
      assert.equal(count, rows.length);
      return { text, ...step.value };
    }
    text += step.value.text;
    count += step.value.rows;
  }
}

const runs = /^[=+\-@\t\r\n＝＋－＠]/;

/** What a cell holds of a value, by RFC 4180 and the README, whether it got an apostrophe, and whether it lost half a character. */
function cellOf(value: unknown) {
  const text = value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  const isDefused = typeof value === 'string' && runs.test(text);
  const whole = text.toWellFormed();
  return { text: isDefused ? `'${whole}` : whole, isDefused, isBroken: whole !== text };
}

function cellsOf(each: Session, unknown: readonly string[]) {
  const known = sessionKeys.filter((key) => key !== 'extra').map((key) => cellOf(each[key]));
  const extra = unknown.map((name) => cellOf(Object.hasOwn(each.extra, name) ? each.extra[name] : null));
  return [...known, ...extra];
}

describe('core: an export as CSV', () => {
  it('is read by another program as the sessions, whatever is in them', () => {
    fc.assert(
      fc.property(sessions, (given) => {
        const list = listOf(given);
        const unknown = namesIn(list.index);
        const { text, defused, broken } = written('csv', list);
        const [head, ...rows] = parse(text, { record_delimiter: '\r\n', relax_column_count: false });
        const cells = list.expected.map((each) => cellsOf(each, unknown));
        assert.deepEqual(head?.slice(0, 15), sessionKeys.slice(0, 15));
        assert.deepEqual(
          head.slice(15),
          unknown.map((name) => `extra.${name}`.toWellFormed()),
        );
        assert.deepEqual(
          rows,
          cells.map((row) => row.map(({ text: cell }) => cell)),
        );
        assert.equal(defused, cells.flat().filter(({ isDefused }) => isDefused).length);
        const names = unknown.map(cellOf);
        assert.equal(broken, [...names, ...cells.flat()].filter(({ isBroken }) => isBroken).length);
      }),
    );
  });

  it('has durations in seconds, null as nothing, and what the server added last', () => {
    const live = { id: '2', end: null, live: true, durationSeconds: null, preventPurge: null };
    const list = listOf([
      makeSession({ extra: { risk: 'high', score: -5, tags: ['a', 'b'] } }),
      makeSession({ ...live, extra: { risk: null, note: '-5' } }),
    ]);
    const { text, defused } = written('csv', list);
    const hash = '421c83a3b10be439d4da33b6c140f53eaf448207';
    const middle = `${hash},Admin,172.16.20.50,win7,127.0.0.1:27500,rdp,RDP Proxy,2020-11-17 15:29:21`;
    assert.deepEqual(text.split('\r\n'), [
      'id,sessionId,user,originIp,credential,device,protocol,proxy,start,end,live,durationSeconds,preventPurge,request,itsm,extra.risk,extra.score,extra.tags,extra.note',
      `2,${middle},,true,,,,,,,,'-5`,
      `540,${middle},2020-11-17 15:29:41,false,20,false,,,high,-5,"[""a"",""b""]",`,
      '',
    ]);
    assert.equal(defused, 1);
  });

  it('begins with a byte order mark where that is wanted, and has the columns that were chosen', () => {
    const list = listOf([makeSession({ user: 'a,b' })]);
    assert.equal(written('csv', list, ['user', 'id'], true).text, '\ufeffuser,id\r\n"a,b",540\r\n');
    assert.equal(written('csv', listOf([]), ['user']).text, 'user\r\n');
    assert.equal(written('csv', listOf([makeSession({ user: '' })]), ['user']).text, 'user\r\n""\r\n');
    assert.equal(written('csv', listOf([makeSession()]), ['itsm']).text, 'itsm\r\n""\r\n');
  });

  it('has the fields that a server made up in great number, too', () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`field${at}`, `=${at}`]));
    const list = listOf([makeSession({ extra: many })]);
    const [head = [], row = []] = parse(written('csv', list).text);
    const found = Object.fromEntries(head.slice(15).map((name, at) => [name.slice('extra.'.length), row[at + 15]]));
    assert.deepEqual(found, Object.fromEntries(Object.entries(many).map(([name, text]) => [name, `'${text}`])));
  });
});

describe('core: an export as JSON', () => {
  it('is read back as the sessions of the API, in its order of keys', () => {
    fc.assert(
      fc.property(sessions, (given) => {
        const list = listOf(given);
        const array = JSON.parse(written('json', list).text) as readonly Session[];
        assert.deepEqual(array, list.expected);
        array.forEach((each) => assert.deepEqual(Object.keys(each), sessionKeys));
        const lines = written('ndjson', list).text.split('\n');
        assert.equal(lines.pop(), '');
        assert.deepEqual(
          lines.map((line) => JSON.parse(line) as unknown),
          list.expected,
        );
      }),
    );
  });

  it('keeps half a character, which UTF-8 cannot express, by its escape', () => {
    const list = listOf([makeSession({ user: 'a\ud800', extra: { risk: '\udfff' } })]);
    for (const format of ['json', 'ndjson'] as const) {
      const { text, broken } = written(format, list, ['user', 'extra']);
      assert.equal(text.replaceAll(/[[\]\n]/g, ''), String.raw`{"user":"a\ud800","extra":{"risk":"\udfff"}}`);
      assert.equal(broken, 0);
    }
  });

  it('has only the columns that were chosen', () => {
    const list = listOf([makeSession({ extra: { risk: 1 } }), makeSession({ id: '2' })]);
    assert.deepEqual(JSON.parse(written('json', list, ['id', 'extra']).text), [
      { id: '2', extra: {} },
      { id: '540', extra: { risk: 1 } },
    ]);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GroupField } from '../../../../../src/core/sessions/index/groupField.ts';
import { SessionIndexBuilder } from '../../../../../src/core/sessions/index/sessionIndexBuilder.ts';
import type { Rows, SessionIndex } from '../../../../../src/core/sessions/index/sessionIndex.ts';
import type { Session, SessionColumn } from '../../../../../src/core/sessions/session.ts';
import { makeSession } from '../../makeSession.ts';
import { sessions, text } from '../generatedSessions.ts';
import { compareValues } from '../plainOrder.ts';

const textColumns = [
  'itsm',
  'user',
  'originIp',
  'credential',
  'device',
  'protocol',
  'proxy',
] as const satisfies readonly GroupField[];

const columns = [
  'id',
  'sessionId',
  'start',
  'end',
  'durationSeconds',
  ...textColumns,
] as const satisfies readonly SessionColumn[];

type Column = (typeof columns)[number];

function indexOf(list: readonly Session[]): { index: SessionIndex; duplicates: number } {
  const builder = new SessionIndexBuilder();
  list.forEach((each) => builder.add(each));
  return { index: builder.build(), duplicates: builder.duplicates };
}

function sessionsOf(index: SessionIndex, rows: Rows): readonly Session[] {
  return Array.from(rows, (row) => index.session(row));
}

function moment(at: string | null): number {
  return at === null ? -Infinity : Date.parse(`${at.replace(' ', 'T')}Z`);
}

/** What the list must say, computed the plain way: the last of each id, newest first, then by id. */
function plain(list: readonly Session[]): readonly Session[] {
  const unique = [...new Map(list.map((each) => [each.id, each])).values()];
  return unique.sort((a, b) => compare(moment(b.start), moment(a.start)) || Number(a.id) - Number(b.id));
}

function compare<Value extends number | string>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareTexts(a: string, b: string, column: Column): number {
  return compareValues(a, b, column === 'device' || column === 'originIp');
}

function textOf(session: Session, column: Column): string {
  return String(session[column] ?? '');
}

function compareBy(column: Column): (a: Session, b: Session) => number {
  if (column === 'start' || column === 'end') {
    return (a, b) => compare(moment(a[column]), moment(b[column]));
  }
  if (column === 'durationSeconds') {
    return (a, b) => compare(a.durationSeconds ?? -Infinity, b.durationSeconds ?? -Infinity);
  }
  const text = (each: Session) => (each[column] ?? '').toLowerCase();
  return (a, b) => (column === 'sessionId' ? compare(text(a), text(b)) : compareTexts(text(a), text(b), column));
}

describe('core: the index answers as plain objects would', () => {
  it('holds the last session of each id and counts the others', () => {
    fc.assert(
      fc.property(sessions, (list) => {
        const { index, duplicates } = indexOf(list);
        assert.deepEqual(sessionsOf(index, index.filter('')), plain(list));
        assert.deepEqual([index.size, duplicates], [plain(list).length, list.length - plain(list).length]);
      }),
    );
  });

  it('filters by text in any field, without case', () => {
    const wanted = fc.oneof(text, fc.constantFrom('HOST', ' rdp ', '2024-05-11', '0', '1'));
    fc.assert(
      fc.property(sessions, wanted, (list, query) => {
        const { index } = indexOf(list);
        const needle = query.trim().toLowerCase();
        const texts = ({ extra, ...fields }: Session) =>
          [
            ...Object.values(extra).map((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
            ...Object.values(fields),
          ].filter((value) => typeof value === 'string');
        const holds = (each: Session) => texts(each).some((value) => value.toLowerCase().includes(needle));
        assert.deepEqual(sessionsOf(index, index.filter(query)), plain(list).filter(holds));
      }),
    );
  });

  it('groups by a text, without case, in the values’ own order', () => {
    fc.assert(
      fc.property(sessions, fc.constantFrom(...textColumns), (list, column) => {
        const { index } = indexOf(list);
        const groups = index.group(index.filter(''), column);
        const expected = Object.values(Object.groupBy(plain(list), (each) => `=${textOf(each, column).toLowerCase()}`));
        const key = (members: readonly Session[] = []) =>
          members
            .slice(0, 1)
            .map((each) => textOf(each, column).toLowerCase())
            .join('');
        expected.sort((a, b) => compareTexts(key(a), key(b), column));
        assert.deepEqual(
          groups.map(({ rows }) => sessionsOf(index, rows)),
          expected,
        );
        assert.deepEqual(
          groups.map(({ value }) => value),
          expected.map((members) => members?.[0]?.[column] ?? ''),
        );
      }),
    );
  });

  it('sorts by a column both ways and leaves equal values in their order', () => {
    fc.assert(
      fc.property(sessions, fc.constantFrom(...columns), fc.boolean(), (list, column, ascending) => {
        const { index } = indexOf(list);
        const sorted = index.sort(index.filter(''), column, ascending ? 'ascending' : 'descending');
        const by = compareBy(column);
        const expected = plain(list).toSorted((a, b) => (ascending ? by(a, b) : by(b, a)));
        assert.deepEqual(sessionsOf(index, sorted), expected);
      }),
    );
  });

  it('finds a session by its id, and those whose sessionId begins with a text', () => {
    fc.assert(
      fc.property(sessions, fc.nat(60).map(String), fc.constantFrom('', 'a', 'AB', 'b0', '00'), (list, id, prefix) => {
        const { index } = indexOf(list);
        const row = index.rowOfId(id);
        const found = row === undefined ? undefined : index.session(row);
        assert.deepEqual(
          found,
          plain(list).find((each) => each.id === id),
        );
        const starts = plain(list).filter((each) => each.sessionId.toLowerCase().startsWith(prefix.toLowerCase()));
        assert.deepEqual(sessionsOf(index, index.rowsOfSessionId(prefix)), starts);
      }),
    );
  });

  it('finds digits of an id where they stand, and nowhere else', () => {
    const bare = { sessionId: '', originIp: '', credential: '', device: '', user: '', protocol: '', proxy: '' };
    const { index } = indexOf(
      ['0', '7', '105', '20'].map((id) => makeSession({ ...bare, id, start: null, end: null })),
    );
    const ids = (query: string) => sessionsOf(index, index.filter(query)).map(({ id }) => id);
    assert.deepEqual([ids('0'), ids('7'), ids('05'), ids('005')], [['0', '20', '105'], ['7'], ['105'], []]);
  });

  it('finds the newest row of an id in a list that follows no order, also in a snapshot of its first half', () => {
    const builder = new SessionIndexBuilder();
    const ids = Array.from({ length: 600 }, (_, at) => String((at * 7919) % 211));
    let half: SessionIndex | undefined;
    for (const [at, id] of ids.entries()) {
      half = at === 300 ? builder.build() : half;
      builder.add(makeSession({ id, user: `user of ${at}` }));
    }
    const whole = builder.build();
    for (const id of new Set(ids)) {
      const userIn = (index: SessionIndex | undefined) => {
        const row = index?.rowOfId(id);
        return row === undefined ? undefined : index?.session(row).user;
      };
      const last = (end: number) => ids.slice(0, end).lastIndexOf(id);
      assert.equal(userIn(whole), `user of ${last(600)}`);
      assert.equal(userIn(half), last(300) < 0 ? undefined : `user of ${last(300)}`);
    }
    assert.deepEqual([whole.size, builder.duplicates, half?.size], [211, 600 - 211, 211]);
  });

  it('orders by numbers, not by digits', () => {
    const { index } = indexOf(['100', '20', '3'].map((id) => makeSession({ id, device: `host${id}` })));
    assert.deepEqual(
      sessionsOf(index, index.filter('')).map(({ id }) => id),
      ['3', '20', '100'],
    );
    const devices = index.group(index.filter(''), 'device').map(({ value }) => value);
    assert.deepEqual(devices, ['host3', 'host20', 'host100']);
  });

  it('gives out snapshots: neither later rows nor another load nor a changed answer alters it', () => {
    const { index } = indexOf([makeSession({ id: '1' }), makeSession({ id: '2' })]);
    const before = index.filter('');
    indexOf([makeSession({ id: '2', user: 'operator01' })]);
    assert.deepEqual(
      sessionsOf(index, before).map(({ id, user }) => [id, user]),
      [
        ['1', 'Admin'],
        ['2', 'Admin'],
      ],
    );
    const builder = new SessionIndexBuilder();
    builder.add(makeSession({ id: '1' }));
    const early = builder.build();
    builder.add(makeSession({ id: '1', user: 'operator01' }));
    builder.add(makeSession({ id: '2' }));
    assert.deepEqual(
      [sessionsOf(early, early.filter('')), early.rowOfId('2')],
      [[makeSession({ id: '1' })], undefined],
    );
    index.filter('').reverse();
    assert.deepEqual(
      sessionsOf(index, index.filter('')).map(({ id }) => id),
      ['1', '2'],
    );
  });

  it('refuses a row it never gave out', () => {
    assert.throws(() => indexOf([makeSession()]).index.session(1), RangeError);
  });
});

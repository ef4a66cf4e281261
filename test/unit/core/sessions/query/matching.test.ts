import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withAbsoluteTimes } from '../../../../../src/core/sessions/query/withAbsoluteTimes.ts';
import { matching } from '../../../../../src/core/sessions/query/matching.ts';
import { printQuery } from '../../../../../src/core/sessions/query/printQuery.ts';
import { ServerClock } from '../../../../../src/core/sessions/query/serverClock.ts';
import type { Query } from '../../../../../src/core/sessions/query/query.ts';
import type { Session } from '../../../../../src/core/sessions/session.ts';
import { atOnce, inSlices } from '../../../../../src/core/async/work.ts';
import { makeSession } from '../../makeSession.ts';
import { queries } from './generatedQueries.ts';
import { naive } from './naive.ts';
import { PlainRows } from './plainRows.ts';
import { sessions } from './queriedSessions.ts';
import { clock, clockWithoutZone, now, parse } from './support.ts';

function found(query: Query, list: readonly Session[], at: ServerClock): readonly Session[] {
  const marks = atOnce(matching(query, new PlainRows(list), at));
  return list.filter((_, row) => marks[row] === 1);
}

/** The ids of what a query finds among a few sessions. */
function ids(query: string, list: readonly Session[], at = clock): string {
  return found(parse(query), list, at)
    .map(({ id }) => id)
    .join(' ');
}

const night: readonly Session[] = [
  makeSession({ id: '1', start: '2024-05-05 22:00:00', end: '2024-05-06 02:00:00', durationSeconds: 14_400 }),
  makeSession({ id: '2', start: '2024-05-06 02:00:00', end: '2024-05-06 03:00:00', durationSeconds: 3600 }),
  makeSession({ id: '3', start: '2024-05-06 01:00:00', end: null, live: true, durationSeconds: null }),
  makeSession({ id: '4', start: '2024-05-06T05:30:00Z', end: '2024-05-06 02:45:00-03:00', durationSeconds: 900 }),
  makeSession({ id: '5', start: '0000-00-00 00:00:00', end: '2024-05-06 02:10:00', durationSeconds: null }),
  makeSession({ id: '6', start: '2024-05-07 00:00:00', end: 'soon', durationSeconds: null }),
];

const byTime: readonly (readonly [query: string, ids: string])[] = [
  ['started:2024-05-06', '2 3 4'],
  ['started:2024-05-06T02', '2 4'],
  ['started:>2024-05-06', '6'],
  ['started:>=2024-05-06', '2 3 4 6'],
  ['started:<2024-05-06', '1'],
  ['started:<=2024-05-06', '1 2 3 4'],
  ['started:2024-05-05..2024-05-06', '1 2 3 4'],
  ['started:2024-05-07..*', '6'],
  ['started:*..2024-05-05', '1'],
  ['started:2024-05-05,2024-05-07', '1 6'],
  ['-started:2024', '5'],
  ['ended:2024-05-06T02', '1 4 5'],
  ['ended:*..2024-05-06T02:00:00', '1'],
  ['ended:>=2000', '1 2 4 5'],
  ['-ended:>=2000', '3 6'],
  // Begun before its end, and ended at its beginning or later.
  ['at:2024-05-06T02', '1 2 3 4'],
  ['at:2024-05-06T02:30', '2 3 4'],
  ['at:2024-05-06T03', '2 3'],
  ['at:2024-05-06T02:00:00..2024-05-06T02:29:59', '1 2 3'],
  ['at:2024-05-06T04..*', '3'],
  ['at:*..2024-05-06T01', '1 3'],
  ['after:2024-05-06T02:45', '2 3 4'],
  ['after:2024-05-06T02:00:00', '1 2 3 4 5'],
  ['before:2024-05-06T02:00:00', '1 3'],
  ['after:2024-05-06T02:30 before:2024-05-06T02:31', '2 3 4'],
  // Now is 18:30:15 on that Monday.
  ['started:today', '2 3 4'],
  ['started:yesterday', '1'],
  ['started:-961m', '4'],
  ['started:-17h', '2 4'],
  ['started:>-1d', '1 2 3 4 6'],
  ['at:now', '3'],
  ['duration:>1h', '1 3'],
  ['duration:1h', '2'],
  ['duration:<=15m', '4'],
  ['duration:17h30m15s', '3'],
  ['is:live', '3'],
  ['is:ended duration:>=0s', '1 2 4'],
];

describe('core: a query finds by time', () => {
  for (const [query, expected] of byTime) {
    it(`${query}: ${expected}`, () => assert.equal(ids(query, night), expected));
  }

  it('by the texts as they are, and by no duration of what is live, where the connection has no zone', () => {
    assert.equal(ids('started:2024-05-06T05', night, clockWithoutZone), '4');
    assert.equal(ids('ended:2024-05-06T02:45', night, clockWithoutZone), '4');
    assert.equal(ids('duration:>=0s', night, clockWithoutZone), '1 2 4');
  });
});

const fields: readonly Session[] = [
  makeSession({ id: '1', user: 'Admin', device: '10.66.33.15:3389', itsm: '', extra: { risk: 'high', n: 9 } }),
  makeSession({ id: '2', user: 'Ana Maria', device: '[fd00::1]:22', itsm: null, extra: { risk: null } }),
  makeSession({ id: '3', user: '', device: 'win-db1', itsm: 'INC1', preventPurge: true }),
  makeSession({ id: '540', user: 'administrator', device: '10.67.0.1', itsm: 'inc2', extra: { risk: '' } }),
];

const byField: readonly (readonly [query: string, ids: string])[] = [
  ['', '1 2 3 540'],
  ['user:admin', '1 540'],
  ['user:=admin', '1'],
  ['user:="ana maria",=admin', '1 2'],
  ['user:""', '3'],
  ['user:*', '1 2 3 540'],
  ['-user:admin', '2 3'],
  ['device:10.66.0.0/16', '1'],
  ['device:10.66.99.99/15', '1 540'],
  ['device:fd00::/8', '2'],
  ['device:0.0.0.0/0,::/0', '1 2 540'],
  ['device:*-db?', '3'],
  ['device:*db', ''],
  ['itsm:""', '1 2'],
  ['has:itsm', '3 540'],
  ['-has:itsm', '1 2'],
  ['risk:high', '1'],
  ['risk:""', '2 3 540'],
  ['has:risk', '1'],
  ['field."n":9', '1'],
  ['field."n":""', '2 3 540'],
  // Nothing at all is found by a field that no session has.
  ['field."no":""', ''],
  ['field."no":*', ''],
  ['has:field."no"', ''],
  ['-field."no":""', '1 2 3 540'],
  ['id:540', '540'],
  ['id:54', ''],
  ['id:2..3', '2 3'],
  ['id:>2', '3 540'],
  ['session:421C83', '1 2 3 540'],
  ['session:1c83', ''],
  ['session:*207', '1 2 3 540'],
  ['session:""', ''],
  ['is:protected', '3'],
  ['540', '540'],
  ['"ana maria"', '2'],
  ['" maria"', '2'],
  ['15:29:41', '1 2 3 540'],
  ['null', ''],
  ['false', ''],
  ['admin OR ana', '1 2 540'],
  ['(admin OR ana) -risk:high', '2 540'],
];

describe('core: a query finds by field', () => {
  for (const [query, expected] of byField) {
    it(`${query}: ${expected}`, () => assert.equal(ids(query, fields), expected));
  }
});

describe('core: a query finds what it would find in each session by itself', () => {
  for (const [name, at] of Object.entries({ 'a zone': clock, 'no zone': clockWithoutZone })) {
    it(`with ${name}`, () => {
      fc.assert(
        fc.property(queries, sessions, (query, list) => {
          assert.deepEqual(found(query, list, at), naive(query, list, at), printQuery(query));
        }),
        { numRuns: 400 },
      );
    });
  }

  it('also later on, when its times were made absolute', () => {
    const later = new ServerClock({ now: now + 3e9, timeZone: 'America/Sao_Paulo', machineTimeZone: 'Asia/Tokyo' });
    const withoutDuration = queries.filter((query) => !printQuery(query).includes('duration:'));
    fc.assert(
      fc.property(withoutDuration, sessions, (query, list) => {
        const kept = parse(printQuery(withAbsoluteTimes(query, clock)));
        assert.deepEqual(found(kept, list, later), found(query, list, clock), printQuery(kept));
      }),
      { numRuns: 200 },
    );
  });
});

describe('core: the times of a query are made absolute', () => {
  const rows: readonly (readonly [query: string, absolute: string])[] = [
    ['started:-2h', 'started:2024-05-06T16:30:15..2024-05-06T18:30:15'],
    ['started:>-2h', 'started:>2024-05-06T16:30:15'],
    ['at:-1d..now', 'at:2024-05-05T18:30:15..2024-05-06T18:30:15'],
    ['after:-1w', 'after:2024-04-29T18:30:15'],
    ['-(before:today OR ended:yesterday..*)', '-(before:2024-05-06 OR ended:2024-05-05..*)'],
    ['user:today started:2024', 'user:today started:2024'],
  ];
  for (const [query, expected] of rows) {
    it(query, () => assert.equal(printQuery(withAbsoluteTimes(parse(query), clock)), expected));
  }
});

describe('core: a hostile query ends', () => {
  const list = [makeSession({ user: 'a'.repeat(5000), device: '10.0.0.1' })];
  const hostile: readonly (readonly [name: string, query: string, found: number])[] = [
    ['a wildcard that nearly fits', `user:${'*a'.repeat(4000)}*b`, 0],
    ['single characters in a wildcard', `user:${'*a?'.repeat(1500)}*b`, 0],
    ['10,000 characters', 'a'.repeat(10_000), 0],
    ['5,000 texts', 'a '.repeat(5000), 1],
    ['brackets', `${'-('.repeat(64)}zz${')'.repeat(64)}`, 0],
    ['a thousand values', `user:${'b,'.repeat(999)}a`, 1],
    ['a thousand times', `at:${Array.from({ length: 1000 }, (_, at) => at + 1001).join(',')}`, 0],
    ['a thousand networks', `device:${'9.0.0.0/8,'.repeat(900)}10.0.0.0/8`, 1],
  ];
  for (const [name, query, count] of hostile) {
    it(`with ${name}`, () => assert.equal(found(parse(query), list, clock).length, count));
  }

  it('as soon as nobody waits for it any longer', async () => {
    const abort = new AbortController();
    const values = Array.from({ length: 400 }, (_, at) => `(is:live OR id:${at})`).join(' OR ');
    const answer = inSlices(
      matching(parse(values), new PlainRows(Array.from({ length: 3000 }, () => makeSession())), clock),
      abort.signal,
    );
    abort.abort(new Error('enough'));
    await assert.rejects(answer, /enough/);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SessionIndexBuilder } from '../../../../../src/core/sessions/index/sessionIndexBuilder.ts';
import type { Session, SessionColumn } from '../../../../../src/core/sessions/session.ts';
import { makeSession } from '../../makeSession.ts';

/** What a column holds of some sessions, sorted; each is a change to a session whose id is its place. */
function sorted<Column extends SessionColumn>(
  changes: readonly Partial<Session>[],
  column: Column,
  direction: 'ascending' | 'descending' = 'ascending',
): readonly Session[Column][] {
  const builder = new SessionIndexBuilder();
  changes.forEach((change, at) => builder.add(makeSession({ id: String(at), ...change })));
  const index = builder.build();
  return Array.from(index.sort(index.filter(''), column, direction), (row) => index.session(row)[column]);
}

/** The same numbers in an order that looks like none. */
const shuffled = (count: number) => Array.from({ length: count }, (_, at) => (at * 7919) % count);
const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const timeAt = (second: number) => new Date(Date.UTC(2024, 4, 6) + second * 1000).toISOString().slice(0, 19);

describe('core: sorting tells apart', () => {
  for (const column of ['start', 'end'] as const) {
    it(`times of ${column} that differ by seconds only`, () => {
      const seconds = fc.uniqueArray(fc.nat(200), { maxLength: 60 });
      fc.assert(
        fc.property(seconds, fc.constantFrom(' ', 'T'), (list, separator) => {
          const times = list.map((second) => timeAt(second).replace('T', separator));
          const changes = times.map((time) => ({ [column]: time }));
          assert.deepEqual(sorted(changes, column), times.toSorted(byCode));
          assert.deepEqual(sorted(changes, column, 'descending'), times.toSorted(byCode).reverse());
        }),
      );
    });

    it(`times of ${column} by what they mean, however they are spelled, those that cannot be read first`, () => {
      const times = [
        'soon',
        '2024-05-06T09:00:00-03',
        '2024-05-06 12:00:01',
        '2024-05-06t12:00:02z',
        '2024-05-06T17:30:03,5+0530',
        '2024-05-06 12:00:04Z',
        '2024-05-06T12:01',
        '20240506T120200Z',
      ];
      const changes = [5, 2, 7, 0, 4, 6, 1, 3].map((at) => ({ [column]: times[at] }));
      assert.deepEqual(sorted(changes, column), times);
    });
  }

  it('durations by their seconds, none first', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(4_000_000))), (durations) => {
        const changes = durations.map((durationSeconds) => ({ durationSeconds }));
        const expected = durations.toSorted((a, b) => (a ?? -1) - (b ?? -1));
        assert.deepEqual(sorted(changes, 'durationSeconds'), expected);
        assert.deepEqual(sorted(changes, 'durationSeconds', 'descending'), expected.toReversed());
      }),
    );
  });

  for (const column of ['device', 'user'] as const) {
    it(`thousands of texts of ${column}, digits by their value`, () => {
      const changes = shuffled(2003).map((number) => ({ [column]: `host${number}` }));
      const expected = Array.from({ length: 2003 }, (_, number) => `host${number}`);
      assert.deepEqual(sorted(changes, column), expected);
      assert.deepEqual(sorted(changes, column, 'descending'), expected.toReversed());
    });
  }

  it('Session IDs that share their first letters, hashes and others', () => {
    const hash = (number: number) => `421c83${number.toString(16).padStart(34, '0')}`;
    const hashes = shuffled(2003).map((number) => ({
      sessionId: number % 3 === 0 ? `421c83-${number}` : hash(number),
    }));
    const expected = hashes.map(({ sessionId }) => sessionId).toSorted(byCode);
    assert.deepEqual(sorted(hashes, 'sessionId'), expected);
    assert.deepEqual(sorted(hashes, 'sessionId', 'descending'), expected.toReversed());
  });
});

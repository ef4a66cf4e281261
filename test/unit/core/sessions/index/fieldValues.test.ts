import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce } from '../../../../../src/core/async/work.ts';
import type { SessionIndex } from '../../../../../src/core/sessions/index/sessionIndex.ts';
import type { FieldReference } from '../../../../../src/core/sessions/query/query.ts';
import type { Session } from '../../../../../src/core/sessions/session.ts';
import { makeSession } from '../../makeSession.ts';
import { indexOf } from '../indexOf.ts';

const user: FieldReference = { kind: 'known', name: 'user' };

function valuesOf(sessions: readonly Session[] | SessionIndex, field: FieldReference, text = '', most = 50) {
  const values = atOnce(('session' in sessions ? sessions : indexOf(sessions)).valuesOf(field));
  return values === undefined
    ? undefined
    : atOnce(values.holding(text, most)).map(({ value, count }) => [value, count] as const);
}

describe('core: the values of a field', () => {
  const users = ['ana', 'bob', 'Ana', '', 'bob', 'ANA'];
  const sessions = users.map((name, at) =>
    makeSession({ id: String(at), user: name, start: `2024-05-0${at + 1} 10:00:00` }),
  );

  it('come with their counts, the most frequent first, spelled as in the newest session', () => {
    assert.deepEqual(valuesOf(sessions, user), [
      ['ANA', 3],
      ['bob', 2],
      ['', 1],
    ]);
    assert.deepEqual(valuesOf(sessions, user, 'AN'), [['ANA', 3]]);
    assert.deepEqual(valuesOf(sessions, user, '', 1), [['ANA', 3]]);
  });

  it('are those of the sessions that the list has, not of ones that came again', () => {
    const again = [...sessions, makeSession({ id: '1', user: 'zoe' })];
    assert.deepEqual(valuesOf(again, user, 'bob'), [['bob', 1]]);
  });

  it('of a field that only the server has are as a person sees them', () => {
    const risky = ['high', 'a "b"', 5].map((risk, at) => makeSession({ id: String(at), extra: { risk } }));
    const field: FieldReference = { kind: 'unknown', name: 'risk', isQuoted: false };
    assert.deepEqual(valuesOf(risky, field, 'a "')?.[0], ['a "b"', 1]);
    assert.deepEqual(valuesOf(risky, field, '5'), [['5', 1]]);
    assert.equal(valuesOf(risky, { kind: 'unknown', name: 'none', isQuoted: true }), undefined);
  });

  it('are found among many by any part, as by looking at each', () => {
    const many = Array.from({ length: 5000 }, (_, at) => makeSession({ id: String(at), user: `User${at % 4000}` }));
    const index = indexOf(many);
    fc.assert(
      fc.property(fc.stringMatching(/^[userUSER0-9]{1,3}$/), (text) => {
        const counts = new Map<string, number>();
        for (const { user: name } of many.filter((each) => each.user.toLowerCase().includes(text.toLowerCase()))) {
          counts.set(name, (counts.get(name) ?? 0) + 1);
        }
        const found = valuesOf(index, user, text, 20) ?? [];
        const best = [...counts.values()].sort((a, b) => b - a).slice(0, 20);
        assert.deepEqual(
          found.map(([, count]) => count),
          best,
        );
        assert.ok(found.every(([value, count]) => counts.get(value) === count));
      }),
    );
  });
});

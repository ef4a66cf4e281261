import assert from 'node:assert/strict';
import fc from 'fast-check';
import { relatedTo, relations, type Relation } from '../../../../src/core/sessions/relatedTo.ts';
import type { ServerClock } from '../../../../src/core/sessions/query/serverClock.ts';
import type { Session } from '../../../../src/core/sessions/session.ts';
import { atOnce } from '../../../../src/core/async/work.ts';
import { makeSession } from '../makeSession.ts';
import { PlainRows } from './query/plainRows.ts';
import { sessions } from './query/queriedSessions.ts';
import { clock, clockWithoutZone } from './query/support.ts';

function related(list: readonly Session[], row: number, to: Relation, at: ServerClock): readonly number[] {
  const session = list[row] ?? makeSession();
  const marks = atOnce(relatedTo(session, row, to, new PlainRows(list), at));
  return [...marks.keys()].filter((each) => marks[each] === 1);
}

function isRelated(a: Session, b: Session, to: Relation, at: ServerClock): boolean {
  if (to !== 'overlap') {
    return a[to] !== '' && a[to].toLowerCase() === b[to].toLowerCase();
  }
  const began = (session: Session) => at.secondsOf(session.start ?? '') ?? NaN;
  const ended = ({ live, end }: Session) => (live ? Infinity : (at.secondsOf(end ?? '') ?? NaN));
  return began(a) < ended(b) && began(b) < ended(a);
}

describe('core: sessions are related', () => {
  for (const at of [clock, clockWithoutZone]) {
    it(`as when they are compared one by one, with ${at.isZoneKnown ? 'a zone' : 'no zone'}`, () => {
      fc.assert(
        fc.property(sessions, fc.nat(19), fc.constantFrom(...relations), (list, number, to) => {
          const row = number % Math.max(list.length, 1);
          const session = list[row] ?? makeSession();
          const others = [...list.keys()].filter((each) => each !== row);
          const expected = others.filter((each) => isRelated(session, list[each] ?? session, to, at));
          assert.deepEqual(related(list, row, to, at), expected);
        }),
      );
    });
  }

  it('when both were on at once, not when one ended as the other began', () => {
    const at = (start: string, end: string | null) => makeSession({ start, end, live: end === null });
    const list = [
      at('2024-05-06 02:00:00', '2024-05-06 03:00:00'),
      at('2024-05-06 01:00:00', '2024-05-06 02:00:00'),
      at('2024-05-06 03:00:00', '2024-05-06 04:00:00'),
      at('2024-05-06 02:59:59', null),
      at('2024-05-06 01:00:00', '2024-05-06 02:00:01'),
      at('soon', '2024-05-06 04:00:00'),
    ];
    assert.deepEqual(related(list, 0, 'overlap', clock), [3, 4]);
    assert.deepEqual(related(list, 3, 'overlap', clock), [0, 2]);
    assert.deepEqual(related(list, 5, 'overlap', clock), []);
  });
});

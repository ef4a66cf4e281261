import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce } from '../../../../src/core/async/work.ts';
import { relatedRows } from '../../../../src/core/sessions/listQuestions.ts';
import { neighboursOf } from '../../../../src/core/sessions/neighbours.ts';
import type { Session } from '../../../../src/core/sessions/session.ts';
import { makeSession } from '../makeSession.ts';
import { numberedSessions } from './query/queriedSessions.ts';
import { clock, clockWithoutZone } from './query/support.ts';
import { indexOf } from './indexOf.ts';

describe('core: the neighbours of a session', () => {
  for (const at of [clock, clockWithoutZone]) {
    it(`are those that are related to it, ${at.isZoneKnown ? 'with a zone' : 'without one'}`, () => {
      fc.assert(
        fc.property(numberedSessions, fc.nat(19), (list, number) => {
          const session = list[number % Math.max(list.length, 1)];
          if (session !== undefined) {
            const index = indexOf(list);
            for (const { to, count, newest } of atOnce(neighboursOf(index, session, at)).related) {
              const rows: Int32Array = atOnce(relatedRows(index, session.id, to, at));
              const ids = Array.from(rows.subarray(0, 5), (row: number) => index.idOf(row));
              assert.deepEqual([count, newest.map(({ id }) => id)], [rows.length, ids]);
            }
          }
        }),
      );
    });

    it(`come one after the other in time, ${at.isZoneKnown ? 'with a zone' : 'without one'}`, () => {
      fc.assert(
        fc.property(numberedSessions, fc.nat(19), fc.boolean(), (list, number, isListed) => {
          const session = list[number % Math.max(list.length, 1)] ?? makeSession();
          const others = list.filter((each) => each !== session);
          const index = indexOf(isListed ? list : others);
          const startOf = ({ start }: Session) => at.secondsOf(start ?? '');
          for (const way of ['device', 'user'] as const) {
            const like = others.filter(
              (each) => each[way] !== '' && each[way].toLowerCase() === session[way].toLowerCase(),
            );
            // The newest first, and of those that began at once the one with the lowest id.
            const line = [...like, session]
              .filter((each) => startOf(each) !== undefined)
              .toSorted((a, b) => (startOf(b) ?? 0) - (startOf(a) ?? 0) || (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
            const place = line.indexOf(session);
            const expected = place < 0 ? undefined : { next: line[place - 1]?.id, previous: line[place + 1]?.id };
            const { steps } = atOnce(neighboursOf(index, session, at));
            assert.deepEqual({ ...steps[way] }, { ...(expected ?? { next: undefined, previous: undefined }) });
          }
        }),
      );
    });
  }
});

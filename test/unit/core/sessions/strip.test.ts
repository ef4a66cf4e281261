import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce } from '../../../../src/core/async/work.ts';
import { SessionIndexBuilder } from '../../../../src/core/sessions/index/sessionIndexBuilder.ts';
import type { Session } from '../../../../src/core/sessions/session.ts';
import { fittingSpan, mostMarks, stripOf, stripSpans, type StripSpan } from '../../../../src/core/sessions/strip.ts';
import { makeSession } from '../makeSession.ts';
import { numberedSessions } from './query/queriedSessions.ts';
import { clock, clockWithoutZone } from './query/support.ts';

const someSpan = fc.constantFrom(...(Object.keys(stripSpans) as StripSpan[]));

function strip(list: readonly Session[], session: Session, span: StripSpan, at = clock) {
  const builder = new SessionIndexBuilder();
  list.forEach((each) => builder.add(each));
  return atOnce(stripOf(builder.build(), session, span, at));
}

describe('core: the strip of a device', () => {
  for (const at of [clock, clockWithoutZone]) {
    it(`has the sessions of that time, ${at.isZoneKnown ? 'with a zone' : 'without one'}`, () => {
      fc.assert(
        fc.property(numberedSessions, fc.nat(19), someSpan, (list, number, span) => {
          const session = list[number % Math.max(list.length, 1)] ?? makeSession();
          const found = strip(list, session, span, at);
          const startOf = ({ start }: Session) => at.secondsOf(start ?? '') ?? NaN;
          if (found === undefined) {
            assert.ok(session.device === '' || Number.isNaN(startOf(session)));
            return;
          }
          const { from, to, marks, total, lanes } = found;
          assert.equal(to - from, stripSpans[span]);
          const isIn = (each: Session) =>
            each.device.toLowerCase() === session.device.toLowerCase() &&
            startOf(each) < to &&
            (each.live || (at.secondsOf(each.end ?? '') ?? NaN) >= from);
          const expected = list.filter((each) => each !== session && isIn(each));
          const ids = [...expected, session].map(({ id }) => id);
          assert.deepEqual(marks.map((mark) => mark.session.id).toSorted(), ids.toSorted());
          assert.equal(total, ids.length);
          assert.ok(marks.every((mark) => mark.from >= 0 && mark.from <= mark.to && mark.to <= 1));
          assert.ok(marks.every((mark) => mark.lane < lanes));
        }),
      );
    });
  }

  it('has the session itself in its middle, also where the list does not know it', () => {
    const session = makeSession({ start: '2026-01-05 10:00:00', end: '2026-01-05 12:00:00' });
    const found = strip([], session, 'day');
    const [mark] = found?.marks ?? [];
    assert.deepEqual([mark?.from, mark?.to], [11 / 24, 13 / 24]);
  });

  it('has the nearest ones where there are too many, and says how many there are', () => {
    const busy = Array.from({ length: 1200 }, (_, at) => {
      const start = new Date(Date.UTC(2026, 0, 5) + at * 60_000).toISOString().slice(0, 19).replace('T', ' ');
      return makeSession({ id: String(at), start, end: start });
    });
    const { marks = [], total } = strip(busy, busy[600] ?? makeSession(), 'week') ?? {};
    assert.deepEqual([marks.length, total], [mostMarks, 1200]);
    const ids = marks.map(({ session }) => Number(session.id));
    assert.deepEqual([Math.min(...ids) > 340, Math.max(...ids) < 860, ids.includes(600)], [true, true, true]);
    const edge = strip(busy, busy[1199] ?? makeSession(), 'week')?.marks.map(({ session }) => Number(session.id)) ?? [];
    assert.deepEqual([edge.length, Math.min(...edge)], [mostMarks, 700]);
  });

  it('begins with as much time as the session and its day take', () => {
    const lasting = (hours: number) => {
      const end = new Date(Date.UTC(2024, 0, 1, hours)).toISOString().slice(0, 19).replace('T', ' ');
      return fittingSpan(makeSession({ start: '2024-01-01 00:00:00', end }), clock);
    };
    assert.deepEqual([1, 12, 13, 84, 85, 9000].map(lasting), ['day', 'day', 'week', 'week', 'month', 'month']);
    assert.equal(fittingSpan(makeSession({ start: 'soon' }), clock), 'day');
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce } from '../../../../src/core/async/work.ts';
import { SessionIndexBuilder } from '../../../../src/core/sessions/index/sessionIndexBuilder.ts';
import type { ServerClock } from '../../../../src/core/sessions/query/serverClock.ts';
import type { Session } from '../../../../src/core/sessions/session.ts';
import { unusual, type Unusual } from '../../../../src/core/sessions/unusual.ts';
import { makeSession } from '../makeSession.ts';
import { numberedSessions } from './query/queriedSessions.ts';
import { clock, clockWithoutZone } from './query/support.ts';

function found(list: readonly Session[], session: Session, at: ServerClock = clock): Unusual | undefined {
  const builder = new SessionIndexBuilder();
  list.forEach((each) => builder.add(each));
  return atOnce(unusual(builder.build(), session, at));
}

/** The same, by looking at each of the others. */
function naive(list: readonly Session[], session: Session, at: ServerClock): Omit<Unusual, 'longerAmong'> | undefined {
  const startOf = ({ start }: Session) => at.secondsOf(start ?? '') ?? NaN;
  const own = startOf(session);
  const earlier = list.filter((other) => {
    const start = startOf(other);
    return other.id !== session.id && (start < own || (start === own && BigInt(other.id) < BigInt(session.id)));
  });
  const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  const before = earlier.filter(({ user }) => isSame(user, session.user));
  const firsts = (['device', 'credential', 'originIp'] as const).filter(
    (name) =>
      session.user !== '' && session[name] !== '' && !before.some((other) => isSame(other[name], session[name])),
  );
  return earlier.length === 0 ? undefined : { firsts, since: Math.min(...earlier.map(startOf)) };
}

describe('core: what is new about a session', () => {
  for (const at of [clock, clockWithoutZone]) {
    it(`is what no session before it had, ${at.isZoneKnown ? 'with a zone' : 'without one'}`, () => {
      fc.assert(
        fc.property(numberedSessions, fc.nat(19), fc.boolean(), (list, number, isListed) => {
          const session = list[number % Math.max(list.length, 1)] ?? makeSession();
          const listed = isListed ? list : list.filter((each) => each !== session);
          const { longerAmong, ...firsts } = found(listed, session, at) ?? { longerAmong: undefined };
          assert.deepEqual(Object.keys(firsts).length === 0 ? undefined : firsts, naive(listed, session, at));
          assert.equal(longerAmong, undefined);
        }),
      );
    });
  }

  const history = [
    makeSession({ id: '1', user: 'ana', device: 'db1', credential: 'root', start: '2026-01-05 09:00:00' }),
    makeSession({ id: '2', user: 'bob', device: 'db2', credential: 'root', start: '2026-01-06 09:00:00' }),
    makeSession({ id: '4', user: 'ANA', device: 'DB2', credential: 'sys', start: '2026-01-08 09:00:00' }),
  ];
  const since = Date.parse('2026-01-05T09:00:00Z') / 1000;

  it('is told of a made-up history', () => {
    const on = (changes: Partial<Session>) =>
      found(history, makeSession({ id: '3', user: 'ana', device: 'db2', credential: 'ROOT', ...changes }))?.firsts;
    assert.deepEqual(on({ start: '2026-01-07 09:00:00' }), ['device']);
    assert.deepEqual(on({ start: '2026-01-09 09:00:00' }), []);
    assert.deepEqual(on({ start: '2026-01-09 09:00:00', originIp: '10.9.9.9', device: '' }), ['originIp']);
    assert.deepEqual(on({ start: '2026-01-09 09:00:00', user: '' }), []);
    assert.deepEqual(on({ start: '2026-01-09 09:00:00', user: 'eve' }), ['device', 'credential', 'originIp']);
  });

  it('says how far back the list goes, and nothing where nothing was before or the start is no time', () => {
    assert.equal(found(history, makeSession({ id: '3', start: '2026-01-07 09:00:00' }))?.since, since);
    assert.equal(found(history, makeSession({ id: '3', start: '2026-01-04 09:00:00' })), undefined);
    assert.equal(found(history, makeSession({ id: '3', start: 'soon' })), undefined);
    assert.equal(found([], makeSession({ id: '3' })), undefined);
  });

  it('does not count another state of the session itself as one before it', () => {
    const newer = makeSession({ ...history[2], start: '2026-01-08 09:00:01', credential: 'sys' });
    assert.deepEqual(found(history, newer)?.firsts, ['device', 'credential']);
  });
});

describe('core: a session that took longer than 99 in 100', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      makeSession({ id: String(at + 1), durationSeconds: at, start: '2026-01-05 09:00:00' }),
    );
  const among = (list: readonly Session[], changes: Partial<Session>, at: ServerClock = clock) =>
    found(list, makeSession({ id: '9000', start: '2026-01-06 09:00:00', ...changes }), at)?.longerAmong;

  it('is compared with those on its device that have ended', () => {
    assert.equal(among(many(200), { durationSeconds: 198 }), 200);
    assert.equal(among(many(200), { durationSeconds: 197 }), undefined);
    assert.equal(among(many(100), { durationSeconds: 99 }), 100);
    const elsewhere = many(400).map((each) => (Number(each.id) > 150 ? { ...each, device: 'other' } : each));
    assert.equal(among(elsewhere, { durationSeconds: 160 }), 150);
    const live = many(200).map((each) => ({
      ...each,
      ...(Number(each.id) > 120 ? { live: true, end: null, durationSeconds: null } : {}),
    }));
    assert.equal(among(live, { durationSeconds: 119 }), 120);
  });

  it('is not told among too few, of no device, or where it cannot be known how long it took', () => {
    assert.equal(among(many(99), { durationSeconds: 5000 }), undefined);
    assert.equal(among(many(200), { durationSeconds: 5000, device: '' }), undefined);
    assert.equal(among(many(200), { durationSeconds: null }), undefined);
  });

  it('counts a live one until now, where the zone is known', () => {
    const live = { live: true, end: null, durationSeconds: null, start: '2024-05-06 18:00:00' };
    const before = many(200).map((each) => ({ ...each, start: '2024-05-01 10:00:00' }));
    assert.equal(among(before, live), 200);
    assert.equal(among(before, live, clockWithoutZone), undefined);
  });
});

import assert from 'node:assert/strict';
import { indexOfId, sessionAt } from '../../pam-server/generator.ts';
import type { SessionRecord } from '../../pam-server/record.ts';

const until = new Date('2026-01-15T12:00:00Z');
const count = 5_000;

describe('stand-in PAM server: generated sessions', () => {
  const all = sessions(1);

  it('are the same for the same seed and others for another', () => {
    assert.deepEqual(sessions(1), all);
    const others = sessions(2);
    assert.ok(all.filter(({ session_id }, index) => session_id === others[index]?.session_id).length <= 1);
    assert.deepEqual(sessionAt(4_321, { seed: 1, count, until }), all[4_321]);
  });

  it('have ascending ids that lead back to their position, and hashes of their own', () => {
    all.forEach(({ id }, index) => {
      assert.match(String(id), /^[1-9]\d*$/);
      assert.equal(indexOfId(String(id)), index);
    });
    assert.equal(new Set(all.map(({ session_id }) => session_id)).size, count);
    assert.equal(all.filter(({ session_id }) => !/^[0-9a-f]{40}$/.test(session_id)).length, 1);
    const numbers = all.filter(({ id }) => typeof id === 'number').length;
    assert.ok(numbers > 50 && numbers < 200, `${numbers} ids are numbers`);
  });

  it('never lie in the future, last as long as they say, and mostly ascend', () => {
    const ended = all.filter((session) => Number.isFinite(epoch(session.end)));
    for (const session of ended) {
      const [start, end] = [epoch(session.start), epoch(session.end)];
      assert.ok(start <= end && end <= until.getTime());
      const [hours = 0, minutes = 0, seconds = 0] = String(session.time).split(':').map(Number);
      assert.equal((end - start) / 1000, hours * 3600 + minutes * 60 + seconds);
    }
    const starts = all.map(({ start }) => epoch(start));
    const ascending = starts.filter((start, index) => start >= (starts[index - 1] ?? 0)).length;
    assert.ok(ascending > count * 0.8 && ascending < count);
  });

  it('has a few live ones among the newest, told in every way', () => {
    const live = all.flatMap((session, index) => (Number.isFinite(epoch(session.end)) ? [] : [{ session, index }]));
    assert.ok(live.every(({ index }) => index >= count - 42));
    assert.deepEqual(
      new Set(live.map(({ session }) => session.end)),
      new Set([null, '', undefined, '0000-00-00 00:00:00']),
    );
  });

  it('spread over protocols, proxies and devices as in a real estate', () => {
    const share = (protocol: string) => all.filter((session) => session.protocol === protocol).length / count;
    assert.ok(share('ssh') > 0.25 && share('rdp') > 0.25 && share('x11') < 0.05);
    const protocols = new Set(all.map(({ protocol }) => protocol));
    assert.equal(new Set([...protocols].map((protocol) => protocol.toLowerCase())).size, 12);
    assert.ok(protocols.has('SSH') && protocols.has('Rdp'));
    const devices = new Set(all.map(({ device }) => device));
    assert.ok(devices.size > 500 && devices.size < 2_000, `${devices.size} devices`);
    assert.ok([...devices].some((device) => /^\[[0-9a-f:]+\]:\d+$/.test(device)));
    assert.ok([...devices].some((device) => /^srv-[a-z]+-\d+$/.test(device)));
  });

  it('begin with the awkward ones', () => {
    const some = (field: string, pattern: RegExp) =>
      assert.ok(
        all.slice(0, 20).some((session) => pattern.test(String(session[field]))),
        `${field} ${String(pattern)}`,
      );
    some('time', /^241:23:45$/);
    some('device', /^$/);
    some('user', /\u202E/);
    some('credential', /"/);
    some('user', /\\/);
    some('request', /<b>/);
    some('request', /&lt;/);
    some('ITSM', /🔥/u);
    some('session_id', /^[0-9a-f]{8}-/);
    some('risk_level', /^high$/);
    some('prevent_purge', /^true$/);
  });
});

function sessions(seed: number): readonly SessionRecord[] {
  return Array.from({ length: count }, (_nothing, index) => sessionAt(index, { seed, count, until }));
}

/** Milliseconds since 1970 of the server's text; NaN if it names no time. */
function epoch(text: string | null | undefined): number {
  return Date.parse(`${String(text).replace(' ', 'T')}Z`);
}

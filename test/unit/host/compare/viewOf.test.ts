import assert from 'node:assert/strict';
import type { Session } from '../../../../src/core/sessions/session.ts';
import { readMessageToCompare } from '../../../../src/shared/compare.ts';
import { makeSession } from '../../core/makeSession.ts';
import { answering, given, memoryConnections } from '../../core/connections/fakes.ts';
import '../words.ts';

// Loaded late, as it imports `vscode`.
const { viewOf } = await import('../../../../src/host/compare/viewOf.ts');

const { connections, changes } = memoryConnections(answering({ remote_sessions: [] }));
await changes.add(given('a', { verify: false, timeZone: 'America/Sao_Paulo' }));
await changes.add(given('b', { verify: false, timeZone: 'UTC' }));
await changes.add(given('c', { verify: false }));

/** What is shown of sessions, each of the connection that is named before it. */
function compared(...all: readonly (readonly [connection: string, session: Session | undefined])[]) {
  const states = all.map(([connection, session], at) => ({
    target: { connection, id: session?.id ?? String(at) },
    settings: connections.get(connection).settings,
    session,
    fetchedAt: undefined,
    busy: session === undefined,
    failure: undefined,
  }));
  const view = viewOf(connections, states);
  const references = states.map(({ target }) => target);
  assert.deepEqual(readMessageToCompare(structuredClone({ type: 'show', view, references }))?.view, view);
  return view;
}

const on = (id: number, start: string, end: string | null, more: Partial<Session> = {}) =>
  makeSession({ id: String(id), start: `2026-01-05 ${start}`, end: end && `2026-01-05 ${end}`, live: !end, ...more });

describe('host: sessions that are compared', () => {
  const first = on(1, '10:00:00', '10:40:00', { extra: { site: 'north' } });
  const second = on(2, '10:25:57', '10:40:00', { user: 'other' });

  it('stand beside each other, and what differs is said', () => {
    const { rows, columns } = compared(['a', first], ['a', second]);
    const verdicts = Object.fromEntries(rows.map(({ key, verdict }) => [key, verdict]));
    assert.deepEqual(
      ['status', 'id', 'user', 'device', 'start', 'end', 'extra.site'].map((key) => verdicts[key]),
      ['same', 'differs', 'differs', 'same', 'differs', 'same', 'differs'],
    );
    assert.deepEqual(rows.find(({ key }) => key === 'extra.site')?.values, ['north', '']);
    assert.deepEqual(
      columns.map(({ title }) => title.split(' (')[0]),
      ['Session 1', 'Session 2'],
    );
  });

  it('are said for how long both were on, by the clock of their server', () => {
    const { times, axis } = compared(['a', first], ['a', second]);
    assert.deepEqual(times, ['Both on for 14m 3s, from 2026-01-05 10:25:57 to 2026-01-05 10:40:00.']);
    assert.ok(axis);
    assert.match(axis.label, /^By the server’s clock, from 2026-01-05 10:00:00 to 2026-01-05 10:40:00$/);
    assert.deepEqual(
      axis.bars.map(({ from, to }) => [from, to]),
      [
        [0, 1],
        [1557 / 2400, 1],
      ],
    );
    assert.deepEqual(axis.shaded, [{ from: 1557 / 2400, to: 1 }]);
    const apart = compared(['a', first], ['a', on(3, '10:40:00', '11:00:00')]);
    assert.deepEqual([apart.times, apart.axis?.shaded], [['They were never on at the same time.'], []]);
  });

  it('are said every two of which were on at once, where they are more', () => {
    const { times } = compared(['c', first], ['c', second], ['c', on(3, '10:39:00', null)]);
    assert.equal(times[0], 'All 3 on for 1m, from 2026-01-05 10:39:00 to 2026-01-05 10:40:00.');
    assert.equal(times.length, 4);
    assert.match(times[1] ?? '', /^1 \(.+\) and 2 \(.+\): both on for 14m 3s\.$/);
    const live = compared(['c', on(4, '10:00:00', null)], ['c', on(5, '10:30:00', null)]);
    assert.deepEqual(live.times, ['Both on since 2026-01-05 10:30:00.']);
    assert.ok((live.axis?.bars ?? []).every(({ to }) => to === 1));
  });

  it('of several servers are put on one axis by the person’s clock, or it is said why not', () => {
    // Ten o'clock in São Paulo is one o'clock in the afternoon of UTC.
    const { times, axis } = compared(['a', first], ['b', on(9, '13:30:00', '13:50:00')]);
    assert.match(times[0] ?? '', /^Both on for 10m, /);
    assert.match(axis?.label ?? '', /^By your own clock/);
    const unknown = compared(['a', first], ['c', second]);
    assert.equal(unknown.axis, null);
    assert.match(unknown.times.join(), /cannot be put on one axis/);
  });

  it('say nothing of what is not known yet', () => {
    const { rows, times, axis } = compared(['a', first], ['a', undefined]);
    assert.ok(rows.every(({ differs, verdict }) => !differs && verdict === ''));
    assert.deepEqual([times, axis], [[], null]);
  });
});

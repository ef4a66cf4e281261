import assert from 'node:assert/strict';
import { readSession } from '../../../../src/core/pam/records/readSession.ts';
import type { Session } from '../../../../src/core/sessions/session.ts';
import { Neighbourhood } from '../../../../src/host/detail/neighbourhood.ts';
import { makeSession } from '../../core/makeSession.ts';
import { answering, given, memoryConnections } from '../../core/connections/fakes.ts';
import '../words.ts';

// Loaded late, as it imports `vscode`.
const { neighboursViewOf } = await import('../../../../src/host/detail/neighboursView.ts');

const record = (id: number, changes: Readonly<Record<string, unknown>> = {}) => ({
  id: String(id),
  user: 'ana',
  credential: 'root',
  device: '10.0.0.7:22',
  origin_ip: '172.16.0.5',
  start: `2026-01-0${id} 10:00:00`,
  end: `2026-01-0${id} 11:00:00`,
  time: '01:00:00',
  ...changes,
});
const records = [record(1), record(2, { user: 'bob', start: '2026-01-01 10:30:00' }), record(3), record(4)];

/** A signed-in connection whose server has those sessions, and what is found around one of them. */
async function around(session: Session | undefined) {
  const { connections, changes } = memoryConnections(answering({ remote_sessions: records }));
  await changes.add(given('lab', { verify: false }));
  const connection = connections.get('lab');
  let changed = 0;
  const neighbourhood = new Neighbourhood(() => changed++);
  const follow = (shown = session) => neighbourhood.follow(shown, connection, true);
  const view = () => neighboursViewOf(session, connection, neighbourhood.found);
  return { connection, neighbourhood, follow, view, changes: () => changed };
}

const third = readSession(record(3));

describe('host: the neighbours of a detail', () => {
  it('are found once the list is there, and the same question is not asked twice', async () => {
    const { connection, neighbourhood, follow, view, changes } = await around(third);
    follow();
    assert.deepEqual([neighbourhood.found, changes(), view()?.load], [undefined, 0, 'Load the List']);
    assert.match(view()?.notice ?? '', /which is not loaded yet/);
    await connection.store.load();
    follow();
    follow();
    await neighbourhood.settled;
    assert.equal(changes(), 1);
    const { load, news, steps, related } = view() ?? {};
    assert.equal(load, '');
    assert.deepEqual(news, []);
    assert.deepEqual(
      steps?.map(({ way, direction, leads }) => [way, direction, leads]),
      [
        ['device', 'previous', true],
        ['device', 'next', true],
        ['user', 'previous', true],
        ['user', 'next', true],
      ],
    );
    assert.deepEqual(
      related?.map(({ label, newest, showAll }) => [label, newest.map(({ id }) => id).join(), showAll]),
      [
        ['Others on this device: 3', '4,2,1', 'Show All'],
        ['Others with this credential: 3', '4,2,1', 'Show All'],
        ['Others of this user: 2', '4,1', 'Show All'],
        ['Others from this address: 3', '4,2,1', 'Show All'],
        ['Others at the same time: 0', '', ''],
      ],
    );
    assert.equal(related[0]?.newest[0]?.label, '4 · 2026-01-04 10:00:00 · ana → root · 1h');
    assert.equal(related[2]?.newest[0]?.label, '4 · 2026-01-04 10:00:00 · ana → root · 10.0.0.7:22 · 1h');
  });

  it('say what is new in words that say of what, and how far back that goes', async () => {
    const { connection, neighbourhood, follow, view } = await around(readSession(record(9, { device: 'db9' })));
    await connection.store.load();
    follow();
    await neighbourhood.settled;
    assert.deepEqual(view()?.news, [
      'First session of this user on this device in the loaded list, which goes back to 2026-01-01.',
    ]);
  });

  it('are those of the session that was turned to last, and none of the one before it', async () => {
    const { connection, neighbourhood, follow, changes } = await around(third);
    await connection.store.load();
    follow();
    const first = neighbourhood.settled;
    follow(makeSession({ id: '77', device: 'nowhere' }));
    await Promise.all([first, neighbourhood.settled]);
    assert.deepEqual([changes(), neighbourhood.found?.related[0]?.count], [1, 0]);
    follow(makeSession({ id: '78' }));
    assert.equal(neighbourhood.found, undefined);
    neighbourhood.forget();
  });

  it('are not shown while nobody is signed in, nor before anything is known of the session', async () => {
    const { connection } = await around(undefined);
    assert.equal(neighboursViewOf(undefined, connection, undefined), null);
    await connection.signOut();
    assert.equal(neighboursViewOf(third, connection, undefined), null);
    assert.equal(neighboursViewOf(third, undefined, undefined), null);
  });
});

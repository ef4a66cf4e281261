import assert from 'node:assert/strict';
import { atOnce } from '../../../../src/core/async/work.ts';
import { findingEverywhere } from '../../../../src/core/connections/findingEverywhere.ts';
import { loadedTree, record, tree } from '../../host/tree/tree.ts';

const hash = (beginning: string) => beginning.padEnd(40, '0');

const lists = {
  one: [
    record({ id: 540, session_id: hash('aa'), user: 'ana', start: '2024-05-06 10:00:00' }),
    record({ id: 541, session_id: hash('ab'), user: 'ana', start: '2024-05-06 12:00:00' }),
  ],
  two: [
    record({ id: 540, session_id: hash('ba'), user: 'bob', start: '2024-05-06 11:00:00' }),
    record({ id: 600, session_id: hash('540'), user: 'ana', start: '2024-05-06 11:30:00', risk: 'high' }),
  ],
};

async function finding(text: string) {
  const { connections } = await loadedTree(lists);
  const { sessions, ...rest } = atOnce(findingEverywhere(connections.all, text));
  const ids = (all: readonly { readonly settings: { readonly id: string } }[]) =>
    all.map(({ settings }) => settings.id);
  return {
    sessions: sessions.map(({ connection, session }) => `${connection.settings.id} ${session.id}`),
    askable: ids(rest.askable),
    unloaded: ids(rest.unloaded),
    problem: rest.problem?.problem.kind,
    matched: rest.matched,
  };
}

describe('core: sessions are found in all lists', () => {
  it('the surest first, and of equally sure ones the newest, whichever list they are in', async () => {
    assert.deepEqual((await finding('540')).sessions, ['two 540', 'one 540', 'two 600']);
    assert.deepEqual((await finding('user:ana')).sessions, ['one 541', 'two 600', 'one 540']);
  });

  it('and servers can be asked for an ID that their lists do not have', async () => {
    assert.deepEqual((await finding('541')).askable, ['two']);
    assert.deepEqual((await finding('999')).askable, ['one', 'two']);
    assert.deepEqual((await finding('user:999')).askable, []);
  });

  it('by a name that only one of the lists has', async () => {
    assert.deepEqual(await finding('risk:high'), {
      sessions: ['two 600'],
      askable: [],
      unloaded: [],
      problem: undefined,
      matched: 1,
    });
    assert.equal((await finding('usr:ana')).problem, 'unknownName');
  });

  it('and it is told which lists could not be looked at', async () => {
    const { connections } = await tree(lists);
    await connections.get('two').store.load();
    const found = atOnce(findingEverywhere(connections.all, 'ana'));
    assert.deepEqual([found.sessions.length, found.unloaded.map(({ settings }) => settings.id)], [1, ['one']]);
    const { connections: fresh } = await tree(lists);
    assert.equal(atOnce(findingEverywhere(fresh.all, 'user:')).problem?.problem.kind, 'emptyValue');
    assert.equal(atOnce(findingEverywhere(fresh.all, 'user:a')).problem, undefined);
  });
});

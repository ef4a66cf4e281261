import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/failure.ts';
import type { SessionStore } from '../../../../src/core/connections/sessionStore.ts';
import { listOf, loaded, progressOf, waitingStore } from './waitingStore.ts';

function receivedBy({ state }: SessionStore): readonly number[] {
  return state.kind === 'loading' ? [state.received.sessions, state.received.bytes] : [];
}

describe('core: the list of one connection', () => {
  it('is loaded once, however many ask', async () => {
    const { store, states, fetches, fetch } = waitingStore();
    const loads = [store.load(), store.load(), store.load({ refresh: true })];
    fetch(0).onProgress(progressOf('1'));
    assert.deepEqual(receivedBy(store), [1, 400]);
    fetch(0).resolve(listOf('1', '2'));
    const [list, ...others] = await Promise.all(loads);
    assert.ok(others.every((other) => other === list));
    assert.equal(await store.load(), list);
    const changes = states.filter((state, at) => state !== states[at - 1]);
    assert.deepEqual([fetches.length, changes, store.list], [1, ['loading', 'ready'], list]);
    assert.ok(list?.fetchedAt instanceof Date);
  });

  it('stays what it was while a refresh runs, and is the new one after', async () => {
    const { store, states, fetch, list } = await loaded();
    const refreshing = store.load({ refresh: true });
    assert.deepEqual([store.state.kind, store.list, await store.load()], ['loading', list, list]);
    fetch(1).resolve(listOf('1', '2'));
    assert.equal((await refreshing).index.size, 2);
    assert.deepEqual([store.list?.index.size, states.slice(-2)], [2, ['loading', 'ready']]);
  });

  it('shows the rows of a first load as they come, not all at once nor all the time', async () => {
    const { store, fetch } = waitingStore();
    const loading = store.load();
    const shown = () => store.index?.size;
    assert.equal(shown(), undefined);
    const shows = new Promise<void>((resolve) => {
      store.onDidChange(() => store.index !== undefined && resolve());
    });
    fetch(0).onProgress(progressOf('1'));
    fetch(0).onProgress(progressOf('1', '2'));
    await shows;
    assert.deepEqual([shown(), store.list, receivedBy(store)], [1, undefined, [2, 800]]);
    fetch(0).resolve(listOf('1', '2', '3'));
    await loading;
    assert.equal(shown(), 3);
  });

  it('shows none of a first load that failed', async () => {
    const { store, fetch } = waitingStore();
    const loading = store.load();
    fetch(0).onProgress(progressOf('1'));
    fetch(0).reject(new Failure('truncated'));
    await assert.rejects(loading, { code: 'truncated' });
    assert.deepEqual([store.index, store.list], [undefined, undefined]);
  });

  it('shows the old rows while the new ones come', async () => {
    const { store, fetch, list } = await loaded();
    const refreshing = store.load({ refresh: true });
    fetch(1).onProgress(progressOf('1', '2', '3'));
    assert.equal(store.index, list.index);
    fetch(1).resolve(listOf('1', '2', '3'));
    await refreshing;
  });

  it('survives a refresh that fails, and a failed load is tried again when asked', async () => {
    const { store, fetch, list } = await loaded();
    const refreshing = store.load({ refresh: true });
    fetch(1).reject(new Failure('gateway'));
    await assert.rejects(refreshing, { code: 'gateway' });
    assert.deepEqual([store.state.kind, store.list, await store.load()], ['failed', list, list]);
    const again = store.load({ refresh: true });
    fetch(2).resolve(listOf());
    assert.equal((await again).index.size, 0);
  });

  it('takes an error that is none of ours for a failure of ours', async () => {
    const { store, fetch } = waitingStore();
    const loading = store.load();
    fetch(0).reject(new Error('Authorization: Bearer hidden'));
    await assert.rejects(loading, (error) => error instanceof Failure && !error.message.includes('hidden'));
  });

  it('forgets, and drops what still comes of a load from before', async () => {
    const { store, states, fetch } = waitingStore();
    const before = store.load();
    store.clear();
    assert.deepEqual([fetch(0).signal.aborted, store.state], [true, { kind: 'unloaded' }]);
    const after = store.load();
    fetch(0).onProgress(progressOf('1'));
    await assert.rejects(before, { code: 'cancelled' });
    assert.deepEqual(receivedBy(store), [0, 0]);
    fetch(1).resolve(listOf('2'));
    await after;
    assert.deepEqual(states, ['loading', 'unloaded', 'loading', 'ready']);
  });

  it('tells a listener nothing more once it is disposed', async () => {
    const { store } = await loaded();
    let told = 0;
    store.onDidChange(() => told++).dispose();
    store.clear();
    assert.equal(told, 0);
  });
});

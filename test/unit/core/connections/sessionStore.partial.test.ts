import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/failure.ts';
import { listOf, loaded, progressOf, waitingStore } from './waitingStore.ts';

describe('core: what had arrived of a list', () => {
  it('is offered beside the list before it, and shown only when it is chosen', async () => {
    const { store, fetch, list } = await loaded();
    const refreshing = store.load({ refresh: true });
    fetch(1).onProgress(progressOf('1', '2'));
    fetch(1).reject(new Failure('truncated'));
    await assert.rejects(refreshing, { code: 'truncated' });
    assert.deepEqual([store.list, store.index], [list, list.index]);
    await store.keepPartial();
    assert.deepEqual([store.state.kind, store.list?.index.size, store.list?.complete], ['ready', 2, false]);
    assert.equal(await store.load(), store.list);
  });

  it('is offered after a cancel as well, and is gone with the next load', async () => {
    const { store, fetch } = waitingStore();
    const loading = store.load();
    fetch(0).onProgress(progressOf('1'));
    store.cancel();
    await assert.rejects(loading, { code: 'cancelled' });
    assert.equal(store.state.kind === 'failed' && store.state.partial?.index.size, 1);
    const again = store.load();
    await store.keepPartial();
    assert.equal(store.state.kind, 'loading');
    fetch(1).resolve(listOf('1', '2'));
    assert.equal((await again).complete, true);
  });

  it('is nothing where no session had arrived, or the list was cleared', async () => {
    const { store, fetch } = waitingStore();
    const loading = store.load();
    fetch(0).onProgress(progressOf());
    fetch(0).reject(new Failure('gateway'));
    await assert.rejects(loading, { code: 'gateway' });
    await store.keepPartial();
    assert.deepEqual([store.state.kind, store.list], ['failed', undefined]);
    const second = store.load();
    fetch(1).onProgress(progressOf('1'));
    store.clear();
    await assert.rejects(second, { code: 'cancelled' });
    await store.keepPartial();
    assert.deepEqual([store.state.kind, store.list], ['unloaded', undefined]);
  });
});

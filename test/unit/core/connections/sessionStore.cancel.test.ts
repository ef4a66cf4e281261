import assert from 'node:assert/strict';
import { listOf, loaded, waitingStore } from './waitingStore.ts';

describe('core: a load that somebody gives up', () => {
  it('survives a refresh that a person cancels', async () => {
    const { store, fetch, list } = await loaded();
    const refreshing = store.load({ refresh: true });
    store.cancel();
    await assert.rejects(refreshing, { code: 'cancelled' });
    assert.deepEqual([fetch(1).signal.aborted, store.state.kind, store.list], [true, 'failed', list]);
  });

  it('goes on loading while one caller waits, and is aborted when the last gives up', async () => {
    const { store, fetch } = waitingStore();
    const [one, two] = [new AbortController(), new AbortController()];
    const [first, second] = [store.load({ signal: one.signal }), store.load({ signal: two.signal })];
    one.abort();
    await assert.rejects(first, { code: 'cancelled' });
    assert.equal(fetch(0).signal.aborted, false);
    two.abort();
    await assert.rejects(second, { code: 'cancelled' });
    assert.equal(fetch(0).signal.aborted, true);
  });

  it('is not taken from a caller without a signal by one who gives up', async () => {
    const { store, fetch } = waitingStore();
    const patient = store.load();
    const caller = new AbortController();
    const impatient = store.load({ signal: caller.signal });
    caller.abort();
    await assert.rejects(impatient, { code: 'cancelled' });
    fetch(0).resolve(listOf('1'));
    assert.equal((await patient).index.size, 1);
  });

  for (const giveUp of ['its only caller', 'the person who cancels it']) {
    it(`is no loss to who asks right after ${giveUp} has given up`, async () => {
      const { store, fetches } = waitingStore();
      const caller = new AbortController();
      const first = store.load({ signal: caller.signal });
      if (giveUp === 'its only caller') {
        caller.abort();
      } else {
        store.cancel();
      }
      const second = store.load();
      await assert.rejects(first, { code: 'cancelled' });
      fetches.at(-1)?.resolve(listOf('1'));
      assert.equal((await second).index.size, 1);
      assert.equal(store.state.kind, 'ready');
    });
  }

  it('is not asked for by a caller who has given up already', async () => {
    const { store, states, fetches } = waitingStore();
    await assert.rejects(store.load({ signal: AbortSignal.abort() }), { code: 'cancelled' });
    assert.deepEqual([fetches.length, states], [0, []]);
  });
});

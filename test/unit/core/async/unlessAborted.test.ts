import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { unlessAborted } from '../../../../src/core/async/unlessAborted.ts';

describe('core: work that its caller may give up', () => {
  it('gives what the work gives, and lets go of the signal', async () => {
    const { signal } = new AbortController();
    assert.equal(await unlessAborted(Promise.resolve(7), signal), 7);
    await assert.rejects(unlessAborted(Promise.reject(new Error('broken')), signal), { message: 'broken' });
    assert.equal(await unlessAborted(Promise.resolve(7), undefined), 7);
    assert.equal(getEventListeners(signal, 'abort').length, 0);
  });

  it('is cancelled at once when the caller gives up, and the work goes on for others', async () => {
    const work = Promise.withResolvers<number>();
    const caller = new AbortController();
    const given = unlessAborted(work.promise, caller.signal);
    caller.abort();
    await assert.rejects(given, { code: 'cancelled' });
    work.resolve(7);
    assert.equal(await unlessAborted(work.promise, undefined), 7);
  });

  it('is cancelled for a caller who has given up before, whether the work is done or fails later', async () => {
    const work = Promise.withResolvers<number>();
    await assert.rejects(unlessAborted(work.promise, AbortSignal.abort()), { code: 'cancelled' });
    work.reject(new Error('nobody waits for this'));
  });
});

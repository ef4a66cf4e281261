import assert from 'node:assert/strict';
import { SharedWork } from '../../../../src/core/async/sharedWork.ts';

describe('core: work that callers share', () => {
  const start = () => {
    const runs: { readonly signal: AbortSignal; readonly end: (result: number) => void }[] = [];
    const shared = new SharedWork<number>((signal) => {
      const { promise, resolve } = Promise.withResolvers<number>();
      runs.push({ signal, end: resolve });
      return promise;
    });
    return { runs, shared };
  };

  it('is done once for those who want it at the same time, and anew for the next', async () => {
    const { runs, shared } = start();
    const both = [shared.result(undefined), shared.result(new AbortController().signal)];
    runs[0]?.end(1);
    assert.deepEqual(await Promise.all(both), [1, 1]);
    const next = shared.result(undefined);
    runs[1]?.end(2);
    assert.equal(await next, 2);
  });

  it('goes on for the others when one gives up, also for one who comes later', async () => {
    const { runs, shared } = start();
    const leaving = new AbortController();
    const [gone, staying] = [shared.result(leaving.signal), shared.result(undefined)];
    leaving.abort();
    await assert.rejects(gone, { code: 'cancelled' });
    const late = shared.result(undefined);
    assert.deepEqual([runs.length, runs[0]?.signal.aborted], [1, false]);
    runs[0]?.end(1);
    assert.deepEqual(await Promise.all([staying, late]), [1, 1]);
  });

  it('ends with the last who waits, and is started anew after that', async () => {
    const { runs, shared } = start();
    const caller = new AbortController();
    const asked = shared.result(caller.signal);
    caller.abort();
    await assert.rejects(asked, { code: 'cancelled' });
    assert.equal(runs[0]?.signal.aborted, true);
    const next = shared.result(undefined);
    runs[1]?.end(2);
    assert.equal(await next, 2);
  });

  it('is not begun for one who has given up before', async () => {
    const { runs, shared } = start();
    await assert.rejects(shared.result(AbortSignal.abort()), { code: 'cancelled' });
    assert.equal(runs.length, 0);
  });
});

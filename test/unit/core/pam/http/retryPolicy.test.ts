import assert from 'node:assert/strict';
import { Failure, type FailureFacts } from '../../../../../src/core/failure.ts';
import { createRetryPolicy, neverAgain, type Retry } from '../../../../../src/core/pam/http/retryPolicy.ts';

const reset = new Failure('network', { reason: 'reset' });
const gateway = (facts: FailureFacts = {}) => new Failure('gateway', { status: 503, ...facts });

/** What a retryPolicy that does not really wait was told. */
async function waitsFor(failure: unknown, attempt = 1): Promise<readonly Retry[]> {
  const retries: Retry[] = [];
  const retryPolicy = createRetryPolicy({ pace: 0.0001, onRetry: (retry) => retries.push(retry) });
  assert.equal(await retryPolicy(failure, attempt, undefined), retries.length === 1);
  return retries;
}

describe('core: asking again', () => {
  it('is for a connection that was reset and for a gateway that gave up, twice', async () => {
    for (const failure of [reset, gateway()]) {
      for (const attempt of [1, 2]) {
        const [retry] = await waitsFor(failure, attempt);
        assert.deepEqual([retry?.failure, retry?.attempt], [failure, attempt + 1]);
      }
      assert.deepEqual(await waitsFor(failure, 3), []);
    }
  });

  it('is for nothing else', async () => {
    for (const failure of [
      new Failure('network', { reason: 'refused' }),
      new Failure('timeout', { reason: 'firstByte' }),
      new Failure('truncated'),
      new Failure('unauthorized', { status: 500 }),
      new Failure('cancelled'),
      new Error('a mistake in the program'),
    ]) {
      assert.deepEqual(await waitsFor(failure), []);
    }
    assert.equal(await neverAgain(reset, 1, undefined), false);
  });

  it('waits longer the second time, and never as long as another client', async () => {
    const waits: number[] = [];
    const given = new AbortController();
    const retryPolicy = createRetryPolicy({
      onRetry: ({ waitMilliseconds }) => {
        waits.push(waitMilliseconds);
        given.abort();
      },
    });
    for (const attempt of [...Array<number>(20).fill(1), ...Array<number>(20).fill(2)]) {
      await assert.rejects(retryPolicy(reset, attempt, given.signal), { code: 'cancelled' });
    }
    const [first, second] = [waits.slice(0, 20), waits.slice(20)];
    assert.ok(first.every((wait) => wait >= 500 && wait <= 750) && new Set(first).size > 1);
    assert.ok(second.every((wait) => wait >= 1000 && wait <= 1500) && new Set(second).size > 1);
  });

  it('waits as long as the server asks, unless that is too long', async () => {
    const wait = async (retryAfterSeconds: number) =>
      (await waitsFor(gateway({ retryAfterSeconds }))).map(({ waitMilliseconds }) => waitMilliseconds);
    assert.deepEqual(await wait(10), [1]);
    assert.deepEqual(await wait(11), []);
  });

  it('waits for a limit of requests as long as the server asks: a minute at most, and later as for a gateway', async () => {
    const limit = (facts: FailureFacts) => new Failure('tooManyRequests', { status: 429, ...facts });
    const waits: number[] = [];
    const retryPolicy = createRetryPolicy({ wait: (milliseconds) => Promise.resolve(waits.push(milliseconds)) });
    const isAskedAgain = (facts: FailureFacts, attempt: number) => retryPolicy(limit(facts), attempt, undefined);
    assert.equal(await isAskedAgain({ retryAfterSeconds: 60 }, 1), true);
    assert.equal(await isAskedAgain({ retryAfterSeconds: 10 }, 2), true);
    assert.deepEqual(waits, [60_000, 10_000]);
    for (const [seconds, attempt] of [
      [61, 1],
      [11, 2],
      [1, 3],
      [undefined, 1],
    ] as const) {
      assert.equal(await isAskedAgain({ retryAfterSeconds: seconds }, attempt), false);
    }
    assert.equal(waits.length, 2);
  });

  it('ends with the caller', async () => {
    const caller = new AbortController();
    const waiting = createRetryPolicy()(reset, 1, caller.signal);
    caller.abort();
    await assert.rejects(waiting, { code: 'cancelled' });
  });
});

import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Revealing } from '../../../../src/host/detail/revealing.ts';

describe('host: the button that reveals a session in the tree', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  /** A reveal that waits for a list, and ends when the test says so. */
  function pressed() {
    const calls: string[] = [];
    const end = Promise.withResolvers<undefined>();
    const revealing = new Revealing(() => calls.push('changed'));
    const press = () =>
      revealing.press({
        isAwaited: true,
        cancel: () => calls.push('cancelled'),
        reveal: (signal) => {
          calls.push('revealed');
          signal.addEventListener('abort', () => calls.push('unwanted'));
          return end.promise;
        },
      });
    return { revealing, press, calls, end: () => end.resolve(undefined), first: press() };
  }

  it('cancels the load once it says so, and not by a second press at once', async () => {
    const { press, calls, end, first, revealing } = pressed();
    await press();
    mock.timers.tick(999);
    assert.deepEqual([calls, revealing.cancels], [['revealed'], false]);
    mock.timers.tick(1);
    await press();
    assert.deepEqual(calls, ['revealed', 'changed', 'cancelled']);
    end();
    await first;
  });

  it('is about the next session once the panel has gone on', async () => {
    const { press, calls, revealing, end, first } = pressed();
    revealing.forget();
    await Promise.race([press(), Promise.resolve()]);
    assert.deepEqual(calls, ['revealed', 'unwanted', 'revealed']);
    end();
    await first;
  });
});

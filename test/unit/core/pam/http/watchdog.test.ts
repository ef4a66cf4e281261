import assert from 'node:assert/strict';
import { getEventListeners, once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Failure } from '../../../../../src/core/failure.ts';
import { Watchdog } from '../../../../../src/core/pam/http/watchdog.ts';

const long = 60_000;
const patient = { connect: long, firstByte: long, idle: long };

function reasonOf({ failure }: Watchdog): string | undefined {
  assert.ok(failure instanceof Failure);
  return failure.code === 'timeout' ? failure.facts.reason : failure.code;
}

describe('core: the watchdog of a request', () => {
  it('ends a request that gets no connection', async () => {
    const watchdog = new Watchdog({ ...patient, connect: 1 }, undefined);
    assert.deepEqual([watchdog.failure, watchdog.signal.aborted], [undefined, false]);
    await once(watchdog.signal, 'abort');
    assert.equal(reasonOf(watchdog), 'connect');
  });

  it('ends a request whose first byte does not come once it is connected', async () => {
    const watchdog = new Watchdog({ ...patient, firstByte: 1 }, undefined);
    watchdog.connected();
    await once(watchdog.signal, 'abort');
    assert.equal(reasonOf(watchdog), 'firstByte');
  });

  it('ends a request that goes quiet after something came', async () => {
    const watchdog = new Watchdog({ ...patient, idle: 1 }, undefined);
    watchdog.touch();
    watchdog.touch();
    await once(watchdog.signal, 'abort');
    assert.equal(reasonOf(watchdog), 'idle');
  });

  it('waits anew for each step and each piece', async () => {
    const touched = new Watchdog({ connect: 1, firstByte: 1, idle: long }, undefined);
    const other = new Watchdog({ ...patient, connect: 2 }, undefined);
    touched.connected();
    touched.touch();
    await once(other.signal, 'abort');
    assert.equal(touched.signal.aborted, false);
    touched.stop();
  });

  it('ends a request when its caller gives up, before or after it began', () => {
    const caller = new AbortController();
    const watchdog = new Watchdog(patient, caller.signal);
    caller.abort();
    assert.deepEqual([watchdog.signal.aborted, reasonOf(watchdog)], [true, 'cancelled']);
    const late = new Watchdog(patient, caller.signal);
    assert.deepEqual([late.signal.aborted, reasonOf(late)], [true, 'cancelled']);
  });

  it('keeps the first reason', async () => {
    const caller = new AbortController();
    const watchdog = new Watchdog({ ...patient, connect: 1 }, caller.signal);
    await once(watchdog.signal, 'abort');
    caller.abort();
    assert.equal(reasonOf(watchdog), 'connect');
  });

  it('does nothing more once it is stopped, and lets go of its caller', async () => {
    const caller = new AbortController();
    const stopped = new Watchdog({ connect: 1, firstByte: 1, idle: 1 }, caller.signal);
    stopped.stop();
    stopped.touch();
    const other = new Watchdog({ ...patient, connect: 2 }, undefined);
    await once(other.signal, 'abort');
    assert.equal(getEventListeners(caller.signal, 'abort').length, 0);
    caller.abort();
    assert.deepEqual([stopped.signal.aborted, stopped.failure], [false, undefined]);
  });

  it('holds on to nothing of its caller once the request is over', async () => {
    const { watchdog, caller } = watchdogOfAnother();
    watchdog.stop();
    // What is looked at in a turn of the event loop lives until that turn ends.
    await setImmediate();
    collectGarbage();
    assert.equal(caller.deref(), undefined);
    assert.equal(watchdog.failure, undefined);
  });
});

function watchdogOfAnother() {
  const { signal } = new AbortController();
  return { watchdog: new Watchdog(patient, signal), caller: new WeakRef(signal) };
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
}

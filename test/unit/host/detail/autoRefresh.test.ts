import assert from 'node:assert/strict';
import { AutoRefresh, type Ticker } from '../../../../src/host/detail/autoRefresh.ts';

/** A clock that goes on when the test says so. */
function makeTicker() {
  let [now, waiting] = [0, [] as { readonly at: number; readonly then: () => void }[]];
  const ticker: Ticker = {
    now: () => now,
    after: (milliseconds, then) => {
      const wait = { at: now + milliseconds, then };
      waiting.push(wait);
      return () => (waiting = waiting.filter((each) => each !== wait));
    },
  };
  const pass = (seconds: number) => {
    for (let left = seconds; left > 0; left--) {
      now += 1000;
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      due.forEach(({ then }) => then());
    }
  };
  return { ticker, pass, waits: () => waiting.length };
}

function fresh() {
  const { ticker, pass, waits } = makeTicker();
  const seen = { is: true };
  let count = 0;
  const auto = new AutoRefresh({
    isSeen: () => seen.is,
    refresh: () => {
      count++;
      auto.fetched();
    },
    ticker,
  });
  auto.fetched();
  return { auto, pass, waits, seen, count: () => count };
}

describe('host: a live session that refreshes itself', () => {
  it('does not, until a person says so', () => {
    const { pass, count, waits } = fresh();
    pass(600);
    assert.deepEqual([count(), waits()], [0, 0]);
  });

  it('does once a minute, counted from the last fetch of whatever kind', () => {
    const { auto, pass, count } = fresh();
    pass(30);
    auto.switch();
    pass(29);
    assert.equal(count(), 0);
    pass(1);
    assert.equal(count(), 1);
    pass(40);
    auto.fetched();
    pass(59);
    assert.equal(count(), 1);
    pass(1 + 120);
    assert.equal(count(), 4);
  });

  it('does at once where the last fetch is long ago', () => {
    const { auto, pass, count } = fresh();
    pass(300);
    auto.switch();
    assert.equal(count(), 1);
  });

  it('rests while nobody looks, and does once when they are back, however long they were away', () => {
    const { auto, pass, count, seen } = fresh();
    auto.switch();
    seen.is = false;
    auto.look();
    pass(600);
    assert.equal(count(), 0);
    seen.is = true;
    auto.look();
    auto.look();
    assert.equal(count(), 1);
    pass(59);
    assert.equal(count(), 1);
  });

  it('ends by the same switch, and with the session', () => {
    const { auto, pass, count, waits } = fresh();
    auto.switch();
    auto.switch();
    assert.equal(waits(), 0);
    auto.switch();
    auto.stop();
    pass(600);
    assert.deepEqual([count(), waits(), auto.isOn], [0, 0, false]);
  });
});

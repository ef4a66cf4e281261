import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/failure.ts';
import type { Session } from '../../../../src/core/sessions/session.ts';
import { faultMatrix } from '../../../pam-server/faultMatrix.ts';
import type { FaultRow } from '../../../pam-server/matrix/row.ts';
import { createTrust, type Trust } from '../../../pam-server/tlsFaults.ts';
import { startBench, type Bench } from './faultBench.ts';

describe('core: the fault matrix', () => {
  let trust: Trust;
  before(async () => {
    trust = await createTrust();
  });

  it('has every row once', () => {
    const names = faultMatrix.map(({ fault }) => fault);
    assert.equal(new Set(names).size, names.length);
    assert.ok(names.length >= 40);
  });

  for (const row of faultMatrix) {
    for (const ask of row.ask === undefined ? (['list', 'one'] as const) : [row.ask]) {
      it(`${row.fault}: ${outcomeOf(row)}, for ${ask === 'list' ? 'the list' : 'one session'}`, async () => {
        await using bench = await startBench(row, trust);
        await (ask === 'list' ? judgeList(row, bench) : judgeOne(row, bench));
        await assertUntouched(bench);
      });
    }
  }
});

function outcomeOf({ outcome }: FaultRow): string {
  return 'code' in outcome ? new Failure(outcome.code, { reason: outcome.reason }).message : 'no harm';
}

/** The list fails as the row says, with the one from before still there; or is the new one. */
async function judgeList(row: FaultRow, bench: Bench): Promise<void> {
  const { store } = bench.struck;
  const before = store.list;
  assert.equal(before?.index.size, 200);
  const load = () => store.load({ refresh: true });
  await bench.strike();
  if ('sessions' in row.outcome) {
    const { index } = await load();
    const live = Array.from(index.filter(''), (at) => index.session(at)).filter((session) => session.live).length;
    assert.deepEqual([index.size, live], [row.outcome.sessions, row.outcome.live ?? live]);
  } else {
    assertFailure(row, await failureOf(load(), row, bench, () => store.cancel()), bench);
    assert.deepEqual([store.state.kind, store.list], ['failed', before]);
  }
  assert.ok(bench.listRequests() <= 1, 'the list is never asked for again');
}

async function judgeOne(row: FaultRow, bench: Bench): Promise<void> {
  const before = bench.struck.store.list;
  const caller = new AbortController();
  await bench.strike();
  const asked: Promise<Session> = bench.struck.session('1', caller.signal);
  if ('sessions' in row.outcome) {
    assert.equal((await asked).id, '1');
  } else {
    const failure = await failureOf(asked, row, bench, () => caller.abort());
    assertFailure(row, failure, bench);
    assert.equal(bench.retries, mayPass(failure) ? 2 : 0);
  }
  assert.equal(bench.struck.store.list, before);
}

/** What passes by itself, soon; of a limit of requests, only what says when. */
function mayPass({ code, facts: { reason, retryAfterSeconds = Infinity } }: Failure): boolean {
  return code === 'tooManyRequests'
    ? retryAfterSeconds <= 60
    : (code === 'gateway' || reason === 'reset') && retryAfterSeconds === Infinity;
}

async function failureOf(work: Promise<unknown>, row: FaultRow, bench: Bench, giveUp: () => void): Promise<Failure> {
  if (row.cancels === true) {
    void bench.wire.connected().then(giveUp);
  }
  const failure = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  assert.ok(failure instanceof Failure, `no failure of ours: ${String(failure)}`);
  return failure;
}

function assertFailure({ outcome, facts = {} }: FaultRow, failure: Failure, bench: Bench): void {
  assert.ok('code' in outcome);
  assert.deepEqual([failure.code, failure.facts.reason], [outcome.code, outcome.reason]);
  for (const [name, value] of Object.entries(facts)) {
    const actual = failure.facts[name as keyof typeof facts];
    // A number that depends on the time of day is only there.
    assert.ok(
      Number.isNaN(value) ? typeof actual === 'number' : actual === value,
      `${name}: ${JSON.stringify(actual)}`,
    );
  }
  const told = `${failure.message} ${JSON.stringify(failure.facts)} ${String(failure.cause)}`;
  assert.ok(bench.secrets.every((secret) => !told.includes(secret)));
}

/** Secrets and the other connection are what they were, and once the fault is gone so is the failure. */
async function assertUntouched(bench: Bench): Promise<void> {
  assert.deepEqual(bench.vault(), bench.vaultBefore);
  assert.equal(bench.other.store.list, bench.otherList);
  assert.deepEqual([bench.struck.signedIn, bench.other.signedIn], [true, true]);
  await bench.heal();
  const [mended, others] = await Promise.all(
    [bench.struck, bench.other].map(({ store }) => store.load({ refresh: true })),
  );
  assert.deepEqual([mended?.index.size, others?.index.size], [200, 3]);
}

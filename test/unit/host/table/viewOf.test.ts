import assert from 'node:assert/strict';
import type { Connection } from '../../../../src/core/connections/connection.ts';
import { Failure } from '../../../../src/core/failure.ts';
import { listOf, progressOf, waitingStore } from '../../core/connections/waitingStore.ts';
import '../words.ts';

// Late, as it imports `vscode`.
const { viewOf } = await import('../../../../src/host/table/viewOf.ts');

describe('host: the state of a table in words', () => {
  it('says of a list that had not all arrived that it is not whole, also while and after it is loaded again', async () => {
    const { store, view, fetch } = waitingStore();
    const connection = { settings: { id: 'lab', name: 'Lab' }, signedIn: true, store, view } as unknown as Connection;
    const notice = () => viewOf({ connection: 'lab', scope: null }, connection, 1).notice;
    const first = store.load().catch(() => undefined);
    fetch(0).onProgress(progressOf('1', '2'));
    assert.equal(notice(), 'Loading 2 sessions · 0.0 MB');
    store.cancel();
    await first;
    await store.keepPartial();
    assert.match(notice(), /^Not the whole list, as of /);
    const second = store.load({ refresh: true }).catch(() => undefined);
    assert.equal(
      notice(),
      'This is not the whole list. Waiting for the server, which can take minutes for a long list…',
    );
    fetch(1).reject(new Failure('timeout'));
    await second;
    assert.match(notice(), /^This is not the whole list\. Not refreshed since .+\. ./);
  });

  it('says of a list without sessions what listing them needs, or that its records could not be read', async () => {
    for (const [skipped, advice] of [
      [0, /needs access to Credentials and Devices/],
      [2, /^Records left out: 2\./],
    ] as const) {
      const { store, view, fetch } = waitingStore();
      const connection = { settings: { id: 'lab', name: 'Lab' }, signedIn: true, store, view } as unknown as Connection;
      const loading = store.load();
      fetch(0).resolve({ ...listOf(), skipped });
      await loading;
      assert.match(viewOf({ connection: 'lab', scope: null }, connection, 1).face?.advice ?? '', advice);
    }
  });
});

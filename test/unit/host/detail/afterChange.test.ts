import assert from 'node:assert/strict';
import type { Connection } from '../../../../src/core/connections/connection.ts';
import { Failure } from '../../../../src/core/failure.ts';
import '../words.ts';

// Loaded late, as it imports `vscode`.
const { afterChange } = await import('../../../../src/host/detail/afterChange.ts');

describe('host: what a detail does once the connections have changed', () => {
  const connection = (signedIn: boolean) => ({ signedIn }) as unknown as Connection;
  const same = connection(true);
  const whole = { failure: undefined, before: same, found: same, isBroken: false };

  it('shows what it has while its connection stays signed in', () => {
    assert.equal(afterChange(whole), 'show');
    assert.equal(afterChange({ ...whole, failure: new Failure('network') }), 'show');
  });

  it('goes with the sign-out, and with its connection', () => {
    assert.equal(afterChange({ ...whole, found: undefined }), 'close');
    assert.equal(afterChange({ ...whole, found: connection(false) }), 'close');
  });

  it('is fetched anew for another connection, and once one is signed in', () => {
    assert.equal(afterChange({ ...whole, found: connection(true) }), 'openAnew');
    assert.equal(afterChange({ ...whole, before: undefined }), 'openAnew');
    assert.equal(afterChange({ ...whole, failure: new Failure('signedOut') }), 'openAnew');
  });

  it('keeps what it shows while the settings are broken, and fetches it again once they are mended', () => {
    assert.equal(afterChange({ ...whole, found: undefined, isBroken: true }), 'fetch');
    const failure = new Failure('unknownConnection', { reason: 'broken' });
    assert.equal(afterChange({ ...whole, failure }), 'reopen');
  });
});

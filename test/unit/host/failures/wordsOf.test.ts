import assert from 'node:assert/strict';
import { SecretKept } from '../../../../src/core/connections/vault.ts';
import { Failure, type FailureCode, type FailureFacts } from '../../../../src/core/failure.ts';
import { everyFailure } from '../catalogue.ts';
import { readJson } from '../../repository/sources.ts';
import { actionWords, commandOf, sentenceOf, wordsOf } from '../words.ts';

const { contributes } = readJson('package.json') as { contributes: { commands: readonly { command: string }[] } };

function adviceFor(code: FailureCode, facts: FailureFacts): string {
  return wordsOf(new Failure(code, facts)).advice;
}

describe('host: what a failure is told as', () => {
  for (const failure of everyFailure) {
    it(`says of ${failure.message} what happened, what to do, and offers one or two ways to do it`, () => {
      const { what, advice, actions } = wordsOf(failure);
      assert.match(what, /^\S.+\.$/);
      assert.match(advice, /^\S.+\.$/);
      assert.doesNotMatch(what + advice, /undefined|\{\d/);
      assert.ok(actions.length >= 1 && actions.length <= 2 && new Set(actions).size === actions.length);
      assert.ok(actions.every((action) => actionWords(action).label !== ''));
    });
  }

  it('tells every cause apart', () => {
    const told = everyFailure.filter(({ facts }) => facts.reason !== undefined).map(sentenceOf);
    assert.equal(new Set(told).size, told.length);
  });

  it('offers what is a command', () => {
    const used = everyFailure.flatMap((failure) => wordsOf(failure).actions.map((action) => commandOf(action).id));
    const known = contributes.commands.map(({ command }) => command);
    assert.deepEqual(
      used.filter((id) => !known.includes(id)),
      [],
    );
  });

  it('leads to the connection where its settings are the likely cause', () => {
    for (const failure of [
      ...everyFailure.filter(({ code }) => code === 'resourceNotFound' || code === 'refererNotAllowed'),
      new Failure('redirected'),
      new Failure('clientAuthenticationFailed'),
      new Failure('network', { reason: 'hostNotFound' }),
      new Failure('tls', { reason: 'wrongHost' }),
    ]) {
      assert.ok(wordsOf(failure).actions.includes('editConnection'), failure.message);
    }
    assert.equal(wordsOf(new Failure('tls', { reason: 'selfSigned' })).actions[0], 'chooseCaFile');
  });

  it('says which clock is behind where clocks may be the cause', () => {
    for (const code of ['tokenExpired', 'invalidSignature', 'clientAuthenticationFailed'] as const) {
      assert.match(adviceFor(code, { clockDifferenceSeconds: 720 }), /12m behind the server's/);
      assert.match(adviceFor(code, { clockDifferenceSeconds: -3600 }), /1h ahead of the server's/);
      assert.doesNotMatch(adviceFor(code, {}), /behind|ahead/);
    }
  });

  it('says where a redirect leads, how long a gateway asks to wait, and what a proxy answered', () => {
    assert.match(sentenceOf(new Failure('redirected', { redirectedTo: 'https://b.example/' })), /https:\/\/b\.ex/);
    assert.match(adviceFor('gateway', { retryAfterSeconds: 90 }), /wait 1m 30s/);
    assert.match(adviceFor('tooManyRequests', { retryAfterSeconds: 90 }), /again in 1m 30s/);
    assert.match(sentenceOf(new Failure('proxy', { reason: 'denied', status: 403 })), /HTTP 403/);
  });

  it('sends to the administrator where the server itself failed midway', () => {
    assert.match(adviceFor('truncated', { serverText: 'Fatal error' }), /administrator/);
    assert.match(adviceFor('truncated', {}), /try again/);
  });

  it('says what a list of all sessions needs', () => {
    assert.match(adviceFor('unauthorized', {}), /Credentials and Devices/);
  });

  it('says of a secret that was to be removed that the keyring may still have it', () => {
    assert.match(
      sentenceOf(new SecretKept()),
      /could not remove the secret\. Its keyring may still have it: .+ again\.$/,
    );
  });

  it('quotes the server as text, whatever it says', () => {
    const serverText = '[Sign in](command:evil) \u202Edetisrever';
    for (const code of [
      'gateway',
      'notJson',
      'requestRefused',
      'tooManyRequests',
      'truncated',
      'unexpectedJson',
      'unexpectedServerError',
    ] as const) {
      const told = sentenceOf(new Failure(code, { serverText }));
      assert.ok(told.includes('Sign in] (command:evil) \\u202e'), told);
    }
    assert.match(sentenceOf(new Failure('notJson', { reason: 'webPage', serverText: 'Log in' })), /“Log in”/);
  });
});

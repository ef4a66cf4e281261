import assert from 'node:assert/strict';
import type { FailureCode } from '../../../../../src/core/failure.ts';
import { envelope, verdictOn, well } from './verdicts.ts';

const told: readonly (readonly [text: string, code: FailureCode])[] = [
  ['1002', 'sessionNotFound'],
  ['1002: nothing there', 'sessionNotFound'],
  ['SESSION NOT FOUND', 'sessionNotFound'],
  ['Sorry, session not found.', 'sessionNotFound'],
  ['1003', 'unexpectedIdentifier'],
  ['1003 - what is this', 'unexpectedIdentifier'],
  ['UNEXPECTED IDENTIFIER TYPE', 'unexpectedIdentifier'],
  ['Sorry, unexpected identifier type.', 'unexpectedIdentifier'],
  ['1105', 'refererNotAllowed'],
  ['1105: not from there', 'refererNotAllowed'],
  ['THE HTTP REFERER IS NOT ALLOWED', 'refererNotAllowed'],
  ['YOU ARE NOT AUTHORIZED TO ACCESS THIS RESOURCE', 'unauthorized'],
  ['INACTIVE AUTHORIZATION', 'inactiveAuthorization'],
  ['TOKEN EXPIRED', 'tokenExpired'],
  ['The token is expired', 'tokenExpired'],
  ['The token has expired', 'tokenExpired'],
  ['EXPIRED TOKEN', 'tokenExpired'],
  ['CLIENT AUTHENTICATION FAILED', 'clientAuthenticationFailed'],
  ['INVALID_CLIENT', 'clientAuthenticationFailed'],
  ['INVALID SIGNATURE', 'invalidSignature'],
  ['NO ROUTE MATCHED', 'noRoute'],
  ['RESOURCE SUB NOT FOUND', 'resourceNotFound'],
  ['UNEXPECTED ERROR.', 'unexpectedServerError'],
  ['unexpected error', 'unexpectedServerError'],
  ['REQUEST TIMED OUT after 60 s', 'timeout'],
  // Numbers and names count where the server puts its own only.
  ['Device 1002 is unknown', 'requestRefused'],
  ['10021: not that number', 'requestRefused'],
  ['Rule 1003 says no', 'requestRefused'],
  ['10035: not that number', 'requestRefused'],
  ['Rule 1105 says no', 'requestRefused'],
  ['11051: not that number', 'requestRefused'],
  ['No parameter invalid_client', 'requestRefused'],
  ['invalid_client_metadata', 'requestRefused'],
];

/** An exception's number says what it means, whatever the words beside it say. */
const numbers: readonly (readonly [code: unknown, failure: FailureCode])[] = [
  [1002, 'sessionNotFound'],
  ['1003', 'unexpectedIdentifier'],
  [1105, 'refererNotAllowed'],
  [1104, 'requestRefused'],
  ['x1105', 'requestRefused'],
  ['1105x', 'requestRefused'],
];

/** What is quoted of text that is no JSON, and whether it is called a web page. */
const texts: readonly (readonly [text: string, quoted: string | undefined, isPage: boolean])[] = [
  ['<html><title>Sign in</title></html>', 'Sign in', true],
  ['<HTML><body>Sign in</body></HTML>', undefined, true],
  [' \n<!DOCTYPE html><p>Sign in', undefined, true],
  ['<!-- a page --><p>Sign in', undefined, true],
  ['<?xml version="1.0"?>\n<html></html>', undefined, true],
  ['<?xml version="1.0"?><fault>Sign in</fault>', '<?xml version="1.0"?><fault>Sign in</fault>', false],
  ['No <html> of ours', 'No <html> of ours', false],
  ['Sign in', 'Sign in', false],
];

const flags: readonly (readonly [flag: unknown, failed: boolean])[] = [
  [true, true],
  [1, true],
  ['1', true],
  ['true', true],
  ['invalid_request', true],
  [false, false],
  [0, false],
  [null, false],
  ['', false],
  ['false', false],
  ['False', false],
  ['0', false],
];

const statuses: readonly (readonly [status: number, body: string | object, code: FailureCode | undefined])[] = [
  [399, '', undefined],
  [400, '', 'requestRefused'],
  [400, '<html></html>', 'notJson'],
  [499, 'plain words', 'notJson'],
  [500, 'plain words', 'unexpectedServerError'],
  [500, { message: 'Other words' }, 'requestRefused'],
  [501, 'plain words', 'unexpectedServerError'],
  [502, 'plain words', 'gateway'],
  [504, 'plain words', 'gateway'],
  [505, 'plain words', 'unexpectedServerError'],
  [200, { code: 399 }, undefined],
  [200, { code: 400 }, 'requestRefused'],
  [200, { response: { status: 399 } }, undefined],
  [200, { response: { status: '400' } }, 'requestRefused'],
  [200, { code: '4oo' }, undefined],
];

const last = { error: 'sixth' };
const portuguese = { mensagem: 'fifth', ...last };
const flat = { message: 'fourth', ...portuguese };
/** Words in several places, and those that are the likeliest to say what went wrong. */
const places: readonly (readonly [body: object, quoted: string])[] = [
  [{ exception: { message: 'first' }, response: { message: 'second', mensagem: 'third' }, ...flat }, 'first'],
  [{ exception: { message: '' }, response: { message: 'second', mensagem: 'third' }, ...flat }, 'second'],
  [{ response: { mensagem: 'third' }, ...flat }, 'third'],
  [flat, 'fourth'],
  [portuguese, 'fifth'],
  [last, 'sixth'],
];

describe('core: the words of an answer', () => {
  for (const [text, code] of told) {
    it(`are ${code}: ${text}`, async () => {
      assert.equal((await verdictOn(400, envelope(400, text)))?.code, code);
    });
  }

  for (const [body, quoted] of places) {
    it(`are the ${quoted} of ${JSON.stringify(body)}`, async () => {
      assert.equal((await verdictOn(400, body))?.facts.serverText, quoted);
      const known = JSON.parse(JSON.stringify(body).replace(quoted, 'Invalid signature')) as object;
      assert.equal((await verdictOn(400, known))?.code, 'invalidSignature');
    });
  }

  for (const [code, failure] of numbers) {
    it(`are ${failure} under the number ${JSON.stringify(code)}`, async () => {
      assert.equal((await verdictOn(400, envelope(400, 'x', { code, message: 'x' })))?.code, failure);
    });
  }

  for (const [text, quoted, isPage] of texts) {
    it(`are ${quoted ?? 'none'} where ${isPage ? 'a page' : 'a text'} comes: ${JSON.stringify(text)}`, async () => {
      const failure = await verdictOn(403, text);
      const { serverText, reason } = failure?.facts ?? {};
      assert.deepEqual([failure?.code, serverText, reason], ['notJson', quoted, isPage ? 'webPage' : undefined]);
    });
  }

  it('say OAuth’s name of an error also under HTTP 200', async () => {
    assert.equal((await verdictOn(200, { error: 'invalid_client' }))?.code, 'clientAuthenticationFailed');
  });
});

describe('core: the flags of an answer under HTTP 200', () => {
  for (const [flag, failed] of flags) {
    it(`${failed ? 'say' : 'do not say'} that it failed where they are ${JSON.stringify(flag)}`, async () => {
      for (const said of [{ error: flag }, { erro: flag }]) {
        for (const body of [said, { response: { ...well, ...said } }]) {
          const failure = await verdictOn(200, { ...body, remote_sessions: [{ id: 1 }] });
          assert.equal(failure !== undefined, failed);
        }
      }
    });
  }
});

describe('core: the status of an answer', () => {
  for (const [status, body, code] of statuses) {
    it(`${status} with ${JSON.stringify(body)} is ${code ?? 'none of a failure'}`, async () => {
      assert.equal((await verdictOn(status, body))?.code, code);
    });
  }

  it('that it gives itself is told beside that of HTTP', async () => {
    const { status, saidStatus } = (await verdictOn(200, { code: '403' }))?.facts ?? {};
    assert.deepEqual([status, saidStatus], [200, 403]);
    assert.equal((await verdictOn(400, { code: 399 }))?.facts.saidStatus, undefined);
  });
});

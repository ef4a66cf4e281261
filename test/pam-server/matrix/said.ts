import { failure, html, json } from '../replies.ts';
import { ok } from './parts.ts';
import type { FaultRow } from './row.ts';

const far = new Date('2035-01-01T00:00:00Z').toUTCString();

/** What the server says, whatever its status is (pam-api.md, "Failure"). */
export const saidRows: readonly FaultRow[] = [
  { fault: '1002', trouble: { server: 'sessionNotFound' }, outcome: { code: 'sessionNotFound' } },
  { fault: '1003', trouble: { server: 'unexpectedIdentifier' }, outcome: { code: 'unexpectedIdentifier' } },
  { fault: 'a path it does not have', trouble: { server: 'resourceNotFound' }, outcome: { code: 'resourceNotFound' } },
  { fault: '500', trouble: { server: 'unexpectedError' }, outcome: { code: 'unexpectedServerError' } },
  { fault: '500 with a page', trouble: { server: html(500, 'Oops') }, outcome: { code: 'unexpectedServerError' } },
  { fault: 'no grant', trouble: { server: 'notAuthorized' }, outcome: { code: 'unauthorized' } },
  { fault: '1105', trouble: { server: 'refererNotAllowed' }, outcome: { code: 'refererNotAllowed' } },
  {
    fault: 'an inactive authorization',
    trouble: { server: 'inactiveAuthorization' },
    outcome: { code: 'inactiveAuthorization' },
  },
  { fault: 'an expired token', trouble: { server: 'tokenExpired' }, outcome: { code: 'tokenExpired' } },
  {
    fault: 'an unknown client',
    trouble: { server: 'clientAuthenticationFailed' },
    outcome: { code: 'clientAuthenticationFailed' },
  },
  { fault: 'an invalid signature', trouble: { server: 'invalidSignature' }, outcome: { code: 'invalidSignature' } },
  {
    fault: 'an invalid signature, clocks years apart',
    trouble: { server: { ...failure(401, 'Invalid signature'), headers: { Date: far } } },
    outcome: { code: 'invalidSignature' },
    facts: { clockDifferenceSeconds: NaN },
  },
  { fault: "Kong's no route", trouble: { server: 'kongNoRoute' }, outcome: { code: 'noRoute' } },
  { fault: 'a refusal of another kind', trouble: { server: 'requestRefused' }, outcome: { code: 'requestRefused' } },
  { fault: 'a refusal that quotes the request', trouble: { server: 'echo' }, outcome: { code: 'requestRefused' } },
  {
    fault: '429',
    trouble: { server: json(429, { message: 'API rate limit exceeded' }) },
    outcome: { code: 'requestRefused' },
  },
  { fault: 'a failure under HTTP 200', trouble: { server: 'okWithError400' }, outcome: { code: 'sessionNotFound' } },
  { fault: '502 with a page', trouble: { server: 'badGateway' }, outcome: { code: 'gateway' } },
  { fault: '503', trouble: { server: 'serviceUnavailable' }, outcome: { code: 'gateway' } },
  {
    fault: '503 that asks for more patience than there is',
    trouble: { server: { ...json(503, {}), headers: { 'Retry-After': '120' } } },
    outcome: { code: 'gateway' },
    facts: { retryAfterSeconds: 120 },
  },
  { fault: '504', trouble: { server: 'gatewayTimeout' }, outcome: { code: 'gateway' } },
  {
    fault: 'a request that timed out behind the gateway',
    trouble: { server: json(504, { message: 'Request timed out' }) },
    outcome: { code: 'timeout' },
  },
  {
    fault: 'a redirect',
    trouble: { server: { status: 302, headers: { Location: 'https://sso.example/login?to=1' }, body: '' } },
    outcome: { code: 'redirected' },
    facts: { redirectedTo: 'https://sso.example/login' },
  },
  { fault: 'a redirect to nowhere', trouble: { server: { status: 308, body: '' } }, outcome: { code: 'redirected' } },
  {
    fault: 'a proxy that wants a login',
    trouble: { server: html(407, 'Proxy Authentication Required') },
    outcome: { code: 'proxy', reason: 'loginRequired' },
  },
];

/** Requests for a token, which the list waits for. */
export const tokenRows: readonly FaultRow[] = [
  {
    fault: 'a token request refused',
    trouble: { server: 'clientAuthenticationFailed', only: 'token' },
    outcome: { code: 'clientAuthenticationFailed' },
  },
  {
    fault: 'a token request before a broken gateway',
    trouble: { server: 'badGateway', only: 'token' },
    outcome: { code: 'gateway' },
  },
  {
    fault: 'a token request reset',
    trouble: { server: 'resetBeforeHeaders', only: 'token' },
    outcome: { code: 'network', reason: 'reset' },
  },
  {
    fault: 'a login page for a token',
    trouble: { server: 'htmlLogin', only: 'token' },
    outcome: { code: 'notJson', reason: 'webPage' },
  },
  {
    fault: 'JSON without a token',
    trouble: { server: 'wrongJson', only: 'token' },
    outcome: { code: 'unexpectedJson' },
  },
  {
    fault: 'a token cut off',
    trouble: { server: ok('{"access_token":"ab'), only: 'token' },
    outcome: { code: 'truncated' },
  },
  { fault: 'a redirect for a token', trouble: { server: 'redirect', only: 'token' }, outcome: { code: 'redirected' } },
];

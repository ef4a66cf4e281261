import { failure, html, json, type Reply } from '../replies.ts';
import { ok } from './parts.ts';
import type { FaultRow } from './row.ts';

function withHeaders(reply: Reply, headers: NonNullable<Reply['headers']>): Reply {
  return { ...reply, headers };
}

const far = new Date('2035-01-01T00:00:00Z').toUTCString();

/** What the server says, whatever its status is (pam-api.md, "Failure"). */
export const saidRows: readonly FaultRow[] = [
  { fault: '1002', trouble: { server: 'sessionNotFound' }, ask: 'one', outcome: { code: 'sessionNotFound' } },
  {
    fault: '1002 for the list',
    trouble: { server: 'sessionNotFound' },
    ask: 'list',
    outcome: { code: 'sessionNotFound', reason: 'list' },
  },
  { fault: '1003', trouble: { server: 'unexpectedIdentifier' }, ask: 'one', outcome: { code: 'unexpectedIdentifier' } },
  {
    fault: '1003 for the list',
    trouble: { server: 'unexpectedIdentifier' },
    ask: 'list',
    outcome: { code: 'unexpectedIdentifier', reason: 'list' },
  },
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
    trouble: { server: withHeaders(failure(401, 'Invalid signature'), { Date: far }) },
    outcome: { code: 'invalidSignature' },
    facts: { clockDifferenceSeconds: NaN },
  },
  { fault: "Kong's no route", trouble: { server: 'kongNoRoute' }, outcome: { code: 'noRoute' } },
  { fault: 'a refusal of another kind', trouble: { server: 'requestRefused' }, outcome: { code: 'requestRefused' } },
  { fault: 'a refusal that quotes the request', trouble: { server: 'echo' }, outcome: { code: 'requestRefused' } },
  {
    fault: '429',
    trouble: { server: json(429, { message: 'API rate limit exceeded' }) },
    outcome: { code: 'tooManyRequests' },
    facts: { serverText: 'API rate limit exceeded' },
  },
  {
    fault: '429 with a page and a time to come back',
    trouble: { server: withHeaders(html(429, 'Slow down'), { 'Retry-After': '5' }) },
    outcome: { code: 'tooManyRequests' },
    facts: { retryAfterSeconds: 5, serverText: 'Slow down' },
  },
  {
    fault: '429 that asks for more patience than there is',
    trouble: { server: withHeaders(json(429, {}), { 'Retry-After': '61' }) },
    outcome: { code: 'tooManyRequests' },
    facts: { retryAfterSeconds: 61 },
  },
  {
    fault: '429 with a date to come back',
    trouble: { server: withHeaders({ status: 429, body: '' }, { 'Retry-After': far }) },
    outcome: { code: 'tooManyRequests' },
    facts: { retryAfterSeconds: NaN },
  },
  {
    fault: '429 under HTTP 200',
    trouble: { server: json(200, { code: 429, response: { message: 'Wait' } }) },
    outcome: { code: 'tooManyRequests' },
  },
  {
    fault: '401 with a page',
    trouble: { server: html(401, '401 Authorization Required') },
    outcome: { code: 'requestRefused' },
    facts: { status: 401, serverText: '401 Authorization Required' },
  },
  {
    fault: '401 with nothing but a challenge',
    trouble: { server: withHeaders({ status: 401, body: '' }, { 'WWW-Authenticate': 'Bearer error="invalid_token"' }) },
    outcome: { code: 'tokenExpired' },
    facts: { serverText: 'invalid_token' },
  },
  {
    fault: 'a failure with a number to ask the administrator about',
    trouble: { server: withHeaders(failure(500, 'Unexpected error.'), { 'X-Request-Id': '0a1b-2c' }) },
    outcome: { code: 'unexpectedServerError' },
    facts: { requestId: '0a1b-2c' },
  },
  {
    fault: 'a number that is none',
    trouble: { server: withHeaders(failure(500, 'Unexpected error.'), { 'X-Request-Id': '[x](command:evil)' }) },
    outcome: { code: 'unexpectedServerError' },
    facts: { requestId: undefined },
  },
  {
    fault: "OAuth's description",
    trouble: { server: json(400, { error: 'invalid_request', error_description: 'The scope is unknown' }) },
    outcome: { code: 'requestRefused' },
    facts: { serverText: 'The scope is unknown' },
  },
  {
    fault: 'an error with a code of its own',
    trouble: { server: json(403, { error: { code: 403, message: 'Forbidden by policy' } }) },
    outcome: { code: 'requestRefused' },
    facts: { serverText: 'Forbidden by policy' },
  },
  {
    fault: 'an error with a code of its own under HTTP 200',
    trouble: { server: json(200, { error: { code: 403, message: 'Forbidden by policy' } }) },
    outcome: { code: 'requestRefused' },
    facts: { saidStatus: 403, serverText: 'Forbidden by policy' },
  },
  {
    fault: 'errors in a list',
    trouble: { server: json(403, { errors: ['You are not authorized to access this resource.'] }) },
    outcome: { code: 'unauthorized' },
  },
  {
    fault: 'errors in a list of objects under HTTP 200',
    trouble: { server: json(200, { errors: [{ status: '404', detail: 'Resource sub not found' }] }) },
    outcome: { code: 'resourceNotFound' },
  },
  {
    fault: 'problem details',
    trouble: {
      server: withHeaders(json(403, { title: 'Forbidden', detail: 'The origin is not allowed', status: 403 }), {
        'Content-Type': 'application/problem+json',
      }),
    },
    outcome: { code: 'requestRefused' },
    facts: { serverText: 'The origin is not allowed' },
  },
  {
    fault: 'a failure under HTTP 200',
    trouble: { server: 'okWithError400' },
    ask: 'one',
    outcome: { code: 'sessionNotFound' },
  },
  {
    fault: 'a failure of the list under HTTP 200',
    trouble: { server: 'okWithError400' },
    ask: 'list',
    outcome: { code: 'sessionNotFound', reason: 'list' },
  },
  { fault: '502 with a page', trouble: { server: 'badGateway' }, outcome: { code: 'gateway' } },
  { fault: '503', trouble: { server: 'serviceUnavailable' }, outcome: { code: 'gateway' } },
  {
    fault: '503 that asks for more patience than there is',
    trouble: { server: withHeaders(json(503, {}), { 'Retry-After': '120' }) },
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
    fault: 'a token request refused in the words of a standard',
    trouble: { server: json(400, { error: 'invalid_client', error_description: 'Secret is wrong' }), only: 'token' },
    outcome: { code: 'clientAuthenticationFailed' },
    facts: { serverText: 'Secret is wrong' },
  },
  {
    fault: 'a token request refused with a page',
    trouble: { server: html(401, '401 Authorization Required'), only: 'token' },
    outcome: { code: 'requestRefused' },
    facts: { status: 401 },
  },
  {
    fault: 'too many token requests',
    trouble: { server: withHeaders(json(429, {}), { 'Retry-After': '1' }), only: 'token' },
    outcome: { code: 'tooManyRequests' },
    facts: { retryAfterSeconds: 1 },
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
    outcome: { code: 'unexpectedJson', reason: 'noToken' },
  },
  {
    fault: 'a token cut off',
    trouble: { server: ok('{"access_token":"ab'), only: 'token' },
    outcome: { code: 'truncated' },
  },
  { fault: 'a redirect for a token', trouble: { server: 'redirect', only: 'token' }, outcome: { code: 'redirected' } },
];

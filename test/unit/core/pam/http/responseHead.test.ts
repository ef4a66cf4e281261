import assert from 'node:assert/strict';
import { readResponseHead, withHead } from '../../../../../src/core/pam/http/responseHead.ts';
import { Failure, type FailureCode } from '../../../../../src/core/failure.ts';

const now = Date.parse('2026-01-15T12:00:00Z');
const head = (headers: Readonly<Record<string, unknown>>) => readResponseHead(401, headers, now);
const factsOf = (code: FailureCode, headers: Readonly<Record<string, unknown>>) =>
  withHead(new Failure(code, { status: 401 }), head(headers)).facts;

describe('core: the head of an answer', () => {
  it('tells how far the clocks are apart', () => {
    assert.equal(head({ date: 'Thu, 15 Jan 2026 12:10:00 GMT' }).clockDifferenceSeconds, 600);
    assert.equal(head({ date: 'Thu, 15 Jan 2026 11:00:00 GMT' }).clockDifferenceSeconds, -3600);
    assert.equal(head({}).clockDifferenceSeconds, undefined);
    assert.equal(head({ date: 'yesterday' }).clockDifferenceSeconds, undefined);
  });

  it('tells when to come back, as a number of seconds or as a date', () => {
    assert.equal(head({ 'retry-after': '30' }).retryAfterSeconds, 30);
    assert.equal(head({ 'retry-after': 'Thu, 15 Jan 2026 12:01:00 GMT' }).retryAfterSeconds, 60);
    assert.equal(head({ 'retry-after': 'Thu, 15 Jan 2026 11:00:00 GMT' }).retryAfterSeconds, 0);
    assert.equal(head({ 'retry-after': '1.5' }).retryAfterSeconds, 2);
    for (const odd of ['soon', '-1', '1,5', '', '12:00']) {
      assert.equal(head({ 'retry-after': odd }).retryAfterSeconds, undefined, odd);
    }
  });

  it("tells when to come back by the server's own clock", () => {
    const headers = { date: 'Thu, 15 Jan 2026 13:00:00 GMT', 'retry-after': 'Thu, 15 Jan 2026 13:00:30 GMT' };
    assert.equal(head(headers).retryAfterSeconds, 30);
  });

  it('tells when a limit of requests ends, where the status is that of one', () => {
    const limit = (headers: Readonly<Record<string, unknown>>, status = 429) =>
      readResponseHead(status, headers, now).retryAfterSeconds;
    assert.equal(limit({ 'ratelimit-reset': '20' }), 20);
    assert.equal(limit({ 'x-ratelimit-reset': '20' }), 20);
    assert.equal(limit({ 'x-ratelimit-reset': String(now / 1000 + 40) }), 40);
    assert.equal(limit({ 'x-ratelimit-reset': String(now + 40_000) }), 40);
    assert.equal(limit({ 'x-ratelimit-reset': '20', 'retry-after': '3' }), 3);
    assert.equal(limit({ 'x-ratelimit-reset': 'soon' }), undefined);
    assert.equal(limit({ 'x-ratelimit-reset': '20' }, 503), undefined);
  });

  it('tells what the server says of a token', () => {
    const said = (challenge: string) => head({ 'www-authenticate': challenge }).challenge;
    assert.deepEqual(said('Bearer realm="a", error="invalid_token", error_description="It expired"'), [
      'It expired',
      'invalid_token',
    ]);
    assert.deepEqual(said('bearer error=invalid_token'), ['invalid_token']);
    assert.deepEqual(said('Basic realm="x", Bearer error="insufficient_scope"'), ['insufficient_scope']);
    assert.deepEqual(said('Basic realm="error=invalid_token"'), []);
    assert.deepEqual(said('Bearer'), []);
  });

  it('tells the name of a request, if it is no more than that', () => {
    const id = '6f1c0d2e-7a55-4f0e-9f3a-1c2d3e4f5a6b';
    for (const name of ['x-request-id', 'x-correlation-id', 'x-kong-request-id']) {
      assert.equal(head({ [name]: id }).requestId, id);
    }
    for (const odd of ['', 'two words', 'pam.example.com', 'me@example', '\u202Ex', '<b>', 'x'.repeat(200)]) {
      assert.equal(head({ 'x-request-id': odd }).requestId, undefined, odd);
    }
  });

  it('adds to a failure what may be its cause, and nothing else', () => {
    const [near, far] = ['Thu, 15 Jan 2026 12:02:00 GMT', 'Thu, 15 Jan 2026 12:30:00 GMT'];
    assert.deepEqual(factsOf('invalidSignature', { date: far }), { status: 401, clockDifferenceSeconds: 1800 });
    assert.deepEqual(factsOf('invalidSignature', { date: near }), { status: 401 });
    assert.deepEqual(factsOf('unauthorized', { date: far, 'retry-after': '5' }), { status: 401 });
    assert.deepEqual(factsOf('unauthorized', { 'x-request-id': 'a1' }), { status: 401, requestId: 'a1' });
    assert.deepEqual(factsOf('tooManyRequests', { 'retry-after': '5' }), { status: 401, retryAfterSeconds: 5 });
    assert.deepEqual(factsOf('gateway', { date: far, 'retry-after': '5' }), { status: 401, retryAfterSeconds: 5 });
  });
});

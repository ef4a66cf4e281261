import assert from 'node:assert/strict';
import { readHead, withHead } from '../../../../src/core/pam/answerHead.ts';
import { PamFailure } from '../../../../src/core/pam/failure.ts';

const now = Date.parse('2026-01-15T12:00:00Z');
const head = (headers: Readonly<Record<string, unknown>>) => readHead(401, headers, now);
const factsOf = (code: 'invalidSignature' | 'gateway' | 'unauthorized', headers: Readonly<Record<string, unknown>>) =>
  withHead(new PamFailure(code, { status: 401 }), head(headers)).facts;

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
    assert.equal(head({ 'retry-after': 'soon' }).retryAfterSeconds, undefined);
  });

  it('adds to a failure what may be its cause, and nothing else', () => {
    const [near, far] = ['Thu, 15 Jan 2026 12:02:00 GMT', 'Thu, 15 Jan 2026 12:30:00 GMT'];
    assert.deepEqual(factsOf('invalidSignature', { date: far }), { status: 401, clockDifferenceSeconds: 1800 });
    assert.deepEqual(factsOf('invalidSignature', { date: near }), { status: 401 });
    assert.deepEqual(factsOf('unauthorized', { date: far, 'retry-after': '5' }), { status: 401 });
    assert.deepEqual(factsOf('gateway', { date: far, 'retry-after': '5' }), { status: 401, retryAfterSeconds: 5 });
  });
});

import assert from 'node:assert/strict';
import type { Probe } from '../../../../../src/core/connections/test/probe.ts';
import { stepsOf, type StepState } from '../../../../../src/core/connections/test/step.ts';
import { Failure, type FailureCode, type FailureFacts } from '../../../../../src/core/failure.ts';

const letters: Readonly<Record<StepState, string>> = {
  passed: '+',
  failed: 'X',
  doubtful: '!',
  running: '~',
  notReached: '.',
  notNeeded: '-',
  notKnown: '?',
};
const unasked: Probe = {
  asked: undefined,
  answered: false,
  clockDifferenceSeconds: undefined,
  flavour: undefined,
  failure: undefined,
};
const oauth2 = {
  baseUrl: 'https://pam.example.com',
  auth: { kind: 'oauth2', clientAuthentication: 'body' },
} as const;
const oauth1 = { ...oauth2, auth: { kind: 'oauth1' } } as const;
const elsewhere = {
  ...oauth2,
  auth: { ...oauth2.auth, tokenUrl: 'https://login.example.com/token' },
} as const;

/** The states in order: name, TCP, TLS, token, authorization, clock. */
function states(connection: Parameters<typeof stepsOf>[0], probe: Partial<Probe>, proxy?: string): string {
  const steps = stepsOf(connection, { ...unasked, ...probe }, () => proxy);
  return steps.map(({ state }) => letters[state]).join('');
}

const failed = (code: FailureCode, facts: FailureFacts = {}, seen: Partial<Probe> = {}): Partial<Probe> => ({
  asked: 'token',
  failure: new Failure(code, facts),
  ...seen,
});
const answered = { answered: true, clockDifferenceSeconds: 0 };
const session = { asked: 'session' } as const;

/** What ended the first request of an OAuth 2.0 connection, that for a token, and what that says of the steps. */
const atTheToken: readonly (readonly [string, Partial<Probe>])[] = [
  ['X.....', failed('network', { reason: 'hostNotFound' })],
  ['+X....', failed('network', { reason: 'refused' })],
  ['+X....', failed('network', { reason: 'unreachable' })],
  ['???X..', failed('network', { reason: 'other' })],
  ['++?X..', failed('network', { reason: 'reset' })],
  ['?X....', failed('timeout', { reason: 'connect' })],
  ['+++X..', failed('network', { reason: 'notHttp' })],
  ['++X...', failed('tls', { reason: 'selfSigned' })],
  ['++X...', failed('tls', { reason: 'protocol' })],
  ['+++X..', failed('timeout', { reason: 'firstByte' })],
  ['+++X.+', failed('timeout', { reason: 'idle' }, answered)],
  ['+++X.+', failed('clientAuthenticationFailed', { status: 401 }, answered)],
  ['+++X.!', failed('clientAuthenticationFailed', { status: 401 }, { answered: true, clockDifferenceSeconds: -600 })],
  ['+++X..', failed('redirected', { status: 302 })],
  ['+++X.+', failed('gateway', { status: 502 }, answered)],
  ['+++X.+', failed('notJson', { status: 200 }, answered)],
  ['......', failed('cancelled')],
  ['......', failed('signedOut', {}, { asked: undefined })],
  ['......', failed('tls', { reason: 'caFile' }, { asked: undefined })],
];

/** The same for its second request, that for a session. */
const atTheSession: readonly (readonly [string, Partial<Probe>])[] = [
  ['++++X+', failed('unauthorized', { status: 500 }, { ...session, ...answered })],
  ['++++X+', failed('resourceNotFound', { status: 404 }, { ...session, ...answered })],
  ['++++X+', failed('network', { reason: 'refused' }, { ...session, clockDifferenceSeconds: 0 })],
  ['++++X+', failed('timeout', { reason: 'firstByte' }, { ...session, clockDifferenceSeconds: 0 })],
];

describe('core: the steps of a connection', () => {
  for (const [expected, probe] of atTheToken) {
    it(`${expected} for ${probe.failure?.message} when ${probe.asked ?? 'nothing'} was asked for`, () =>
      assert.equal(states(oauth2, probe), expected));
  }
  for (const [expected, probe] of atTheSession) {
    it(`${expected} for ${probe.failure?.message} after a token`, () => assert.equal(states(oauth2, probe), expected));
  }

  it('show one after the other', () => {
    const seen: Partial<Probe>[] = [
      {},
      { asked: 'token' },
      { asked: 'token', ...answered },
      { asked: 'session', clockDifferenceSeconds: 0 },
      { asked: 'session', ...answered },
      { asked: 'session', ...answered, flavour: 'v4' },
    ];
    assert.deepEqual(
      seen.map((probe) => states(oauth2, probe)),
      ['.....~', '~~~~.~', '+++~.+', '++++~+', '++++~+', '++++++'],
    );
  });

  it('need no token with OAuth 1.0', () => {
    assert.equal(states(oauth1, failed('tls', { reason: 'expired' }, session)), '++X-..');
    assert.equal(states(oauth1, failed('invalidSignature', { status: 500 }, { ...session, ...answered })), '+++-X+');
    assert.equal(states(oauth1, { ...session, ...answered, flavour: 'v3' }), '+++-++');
    assert.equal(states(oauth1, session), '~~~-~~');
  });

  it('lead to two hosts where tokens come from another', () => {
    const steps = stepsOf(elsewhere, { ...unasked, ...failed('tls', { reason: 'expired' }, session) }, () => undefined);
    assert.deepEqual(
      steps.map(({ name, state, url }) => `${letters[state]} ${name} ${new URL(url).host}`),
      [
        '+ name login.example.com',
        '+ tcp login.example.com',
        '+ tls login.example.com',
        '+ token login.example.com',
        '+ name pam.example.com',
        '+ tcp pam.example.com',
        'X tls pam.example.com',
        '. authorization pam.example.com',
        '. clock pam.example.com',
      ],
    );
    assert.equal(states(elsewhere, failed('network', { reason: 'hostNotFound' })), 'X........');
  });

  it('leave name and TCP to a proxy', () => {
    const proxy = 'proxy.example.com:3128';
    assert.equal(states(oauth2, failed('proxy', { reason: 'loginRequired', status: 407 }), proxy), '-X....');
    assert.equal(states(oauth2, failed('proxy', { reason: 'denied', status: 502 }), proxy), '-X....');
    assert.equal(states(oauth2, failed('gateway', { status: 502 }, answered), proxy), '-++X.+');
    assert.equal(states(oauth2, failed('unauthorized', { status: 500 }, answered), proxy), '-++X.+');
    const steps = stepsOf(oauth2, unasked, () => proxy);
    assert.deepEqual(
      steps.map((step) => step.proxy),
      [proxy, proxy, undefined, undefined, undefined, undefined],
    );
  });

  it('need no name for an IP address and no TLS over http', () => {
    for (const baseUrl of ['http://127.0.0.1:8080', 'http://[::1]:8080']) {
      assert.equal(states({ ...oauth1, baseUrl }, { ...session, flavour: 'v4' }), '-+--+?');
    }
  });

  it('say when clocks differ enough to matter, and when the server does not tell its time', () => {
    const clock = (clockDifferenceSeconds: number | undefined) =>
      states(oauth1, { ...session, answered: true, clockDifferenceSeconds, flavour: 'v4' }).at(-1);
    assert.deepEqual([0, 180, 181, -181, undefined].map(clock), ['+', '+', '!', '!', '?']);
  });
});

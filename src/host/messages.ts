import { l10n } from 'vscode';
import type { FailureCode, PamFailure } from '../core/pam/failure.ts';
import { plainText } from '../core/output/visibleText.ts';
import { networkWords, tlsAdvice, tlsWords } from './causes.ts';
import { countText } from './format.ts';

/** What a person can do about a failure besides reading about it. */
export type FailureAction = 'retry' | 'signIn' | 'showLog';

/** A failure in words. */
export interface FailureWords {
  /** What happened, in one sentence. */
  readonly what: string;
  /** Why, likely, and what to do. */
  readonly advice: string;
  readonly actions: readonly FailureAction[];
}

type Wording = (failure: PamFailure) => FailureWords;

/** The one place that says what a failure means and what to do about it. */
export function wordsOf(failure: PamFailure): FailureWords {
  return wordings[failure.code](failure);
}

/** One sentence after the other, for where there is no room for more. */
export function sentenceOf(failure: PamFailure): string {
  const { what, advice } = wordsOf(failure);
  return `${what} ${advice}`;
}

function words(what: string, advice: string, ...actions: readonly FailureAction[]): FailureWords {
  return { what, advice, actions };
}

const wordings: Readonly<Record<FailureCode, Wording>> = {
  sessionNotFound: () =>
    words(
      l10n.t('No session has this ID.'),
      l10n.t('It may not exist, or this authorization may not see it: ask for the grant in A2A.'),
    ),
  unexpectedIdentifier: () =>
    words(
      l10n.t("The server takes the session's ID only."),
      l10n.t('The ID is a number such as 540, not the Session ID, which is a hash.'),
    ),
  resourceNotFound: () =>
    words(
      l10n.t('The server has no such path.'),
      l10n.t('Check the address and the API of the connection (Edit Connection…).'),
      'showLog',
    ),
  unexpectedServerError: (failure) =>
    words(
      l10n.t('The server failed.') + said(failure),
      l10n.t('Try again; if it goes on, tell the administrator of the server.'),
      'retry',
      'showLog',
    ),
  unauthorized: () =>
    words(
      l10n.t('This authorization may not read sessions.'),
      l10n.t('Ask an administrator to give it access to PAM Core in A2A.'),
      'retry',
    ),
  refererNotAllowed: () =>
    words(
      l10n.t('The server does not allow this HTTP referer.'),
      l10n.t('Set the referer of the connection to one that the authorization allows.'),
    ),
  inactiveAuthorization: () =>
    words(
      l10n.t('The authorization is not active.'),
      l10n.t('It may have expired or been switched off: ask an administrator to activate it in A2A.'),
      'retry',
      'signIn',
    ),
  tokenExpired: () =>
    words(
      l10n.t('The server says that the token has expired, though it was renewed just now.'),
      l10n.t('Check the clock of this machine, then try again.'),
      'retry',
      'signIn',
    ),
  clientAuthenticationFailed: () =>
    words(
      l10n.t('The server does not know this client.'),
      l10n.t('Check the client ID or consumer key, the secrets, and the token URL.'),
      'signIn',
      'retry',
    ),
  invalidSignature: () =>
    words(
      l10n.t('The server refuses the signature.'),
      l10n.t(
        'A secret is wrong, the clock of this machine is off, or the address differs from the one the server sees.',
      ),
      'signIn',
      'retry',
    ),
  noRoute: () =>
    words(
      l10n.t('The gateway did not take the request for a signed one.'),
      l10n.t('Something between this machine and the server may remove the Authorization header; try again.'),
      'retry',
      'showLog',
    ),
  gateway: (failure) =>
    words(
      l10n.t('The gateway in front of the server gave up.') + said(failure),
      l10n.t(
        'The server may be overloaded: try again. If only long lists fail, ask for a longer limit at the gateway.',
      ),
      'retry',
      'showLog',
    ),
  redirected: () =>
    words(
      l10n.t('The server sends the request elsewhere.'),
      l10n.t('Secrets are never sent after a redirect: set the address to the one the server really has.'),
      'showLog',
    ),
  truncated: (failure) =>
    words(
      l10n.t('The answer ended early.') + received(failure),
      l10n.t('The server or something on the way closed the connection: try again.'),
      'retry',
      'showLog',
    ),
  notJson: (failure) =>
    words(
      l10n.t('The answer is not what the API sends.') + said(failure),
      l10n.t('A login or error page may stand in the way: check the address of the connection.'),
      'retry',
      'showLog',
    ),
  unexpectedJson: () =>
    words(
      l10n.t('The answer is JSON, but holds no sessions.'),
      l10n.t('Check the address and the API of the connection (Edit Connection…).'),
      'retry',
      'showLog',
    ),
  requestRefused: (failure) =>
    words(
      l10n.t('The server refused the request.') + (said(failure) || ` HTTP ${failure.facts.status ?? '?'}.`),
      l10n.t('Ask the administrator of the server what this means.'),
      'retry',
      'showLog',
    ),
  tooLarge: () =>
    words(
      l10n.t('The answer is larger than any list of sessions.'),
      l10n.t('Check the address; if it is right, tell the administrator of the server.'),
      'showLog',
    ),
  timeout: ({ facts }) =>
    words(
      facts.reason === 'idle' ? l10n.t('The answer stopped coming.') : l10n.t('The server did not answer in time.'),
      l10n.t('Check the network; for a very long list raise the limit in the settings (pamSessions.timeouts).'),
      'retry',
      'showLog',
    ),
  network: ({ facts }) =>
    words(
      networkWords(facts.reason, facts.host ?? l10n.t('the server')),
      l10n.t('Check the address, the network and the VPN.'),
      'retry',
      'showLog',
    ),
  tls: ({ facts }) =>
    words(
      l10n.t('No secure connection to {0}: {1}.', facts.host ?? l10n.t('the server'), tlsWords(facts.reason)),
      tlsAdvice(facts.reason),
      'retry',
      'showLog',
    ),
  proxy: ({ facts }) =>
    words(
      facts.reason === 'loginRequired' ? l10n.t('The proxy wants a login.') : l10n.t('The proxy cannot be reached.'),
      l10n.t("Check VS Code's proxy settings (http.proxy)."),
      'retry',
      'showLog',
    ),
  cancelled: (failure) => words(l10n.t('Cancelled.') + received(failure), l10n.t('Refresh to load again.'), 'retry'),
  signedOut: ({ facts }) =>
    facts.reason === 'keyring'
      ? words(
          l10n.t('VS Code could not return the secret.'),
          l10n.t('The keyring of this machine is locked or not available: unlock it and try again, or sign in again.'),
          'retry',
          'signIn',
        )
      : words(l10n.t('Signed out.'), l10n.t('Sign in to see the sessions of this connection.'), 'signIn'),
  credentialsForAnotherServer: () =>
    words(
      l10n.t('The stored secrets were given for another address.'),
      l10n.t('The address of the connection has changed since: sign in again if the new one is right.'),
      'signIn',
    ),
  unknownConnection: () =>
    words(l10n.t('There is no such connection.'), l10n.t('Add one first: PAM Sessions: Add Connection…')),
};

function said({ facts }: PamFailure): string {
  return facts.serverText === undefined ? '' : ` ${l10n.t('It says: “{0}”.', plainText(facts.serverText))}`;
}

function received({ facts }: PamFailure): string {
  return facts.received === undefined
    ? ''
    : ` ${l10n.t('Sessions that had arrived: {0} ({1} bytes).', countText(facts.received.sessions), countText(facts.received.bytes))}`;
}

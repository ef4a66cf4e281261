import { l10n } from 'vscode';
import type { FailureCode, Failure } from '../../core/failure.ts';
import { plainText } from '../../core/text/visibleText.ts';
import { durationText } from '../../core/sessions/duration.ts';
import {
  networkWords,
  proxyWords,
  sessionNotFoundWords,
  timeoutWords,
  unexpectedIdentifierWords,
} from './networkWords.ts';
import { sentences, words, type FailureWords } from './failureWords.ts';
import { anotherServerWords, signedOutWords } from './signedOutWords.ts';
import { tlsWords } from './tlsWords.ts';
import { invalidQueryWords } from './invalidQueryWords.ts';
import { notWrittenWords } from './notWrittenWords.ts';
import { unknownConnectionWords } from './unknownConnectionWords.ts';
import { countText } from '../countText.ts';

type Wording = (failure: Failure) => FailureWords;

/** The one place that says what a failure means and what to do about it. */
export function wordsOf(failure: Failure): FailureWords {
  return wordings[failure.code](failure);
}

/** One sentence after the other, for where there is no room for more. */
export function sentenceOf(failure: Failure): string {
  const { what, advice } = wordsOf(failure);
  return sentences(what, advice);
}

const wordings: Readonly<Record<FailureCode, Wording>> = {
  sessionNotFound: ({ facts }) => sessionNotFoundWords(facts),
  unexpectedIdentifier: ({ facts }) => unexpectedIdentifierWords(facts),
  resourceNotFound: () =>
    words(
      l10n.t('The server has no such path.'),
      l10n.t('Its API may be another version, or a proxy needs a path prefix: check both in the connection.'),
      'editConnection',
      'showLog',
    ),
  unexpectedServerError: (failure) =>
    words(
      sentences(l10n.t('The server failed.'), said(failure)),
      l10n.t('Try again; if it fails again, tell the administrator of the server.'),
      'retry',
      'showLog',
    ),
  unauthorized: () =>
    words(
      l10n.t('This authorization may not read sessions.'),
      l10n.t(
        'Ask an administrator to give it access to PAM Core in A2A, and to Credentials and Devices, which the list of all sessions needs.',
      ),
      'retry',
    ),
  refererNotAllowed: () =>
    words(
      l10n.t('The server does not allow this HTTP referer.'),
      l10n.t('Set the referer of the connection to one that the authorization allows.'),
      'editConnection',
      'retry',
    ),
  inactiveAuthorization: () =>
    words(
      l10n.t('The authorization is not active.'),
      l10n.t('It may have expired or been switched off: ask an administrator to activate it in A2A.'),
      'retry',
      'signIn',
    ),
  tokenExpired: (failure) =>
    words(
      l10n.t('The server says that the token has expired, though it was renewed just now.'),
      clock(failure) ?? l10n.t('Check the clocks of this machine and of the server, then try again.'),
      'retry',
      'signIn',
    ),
  clientAuthenticationFailed: (failure) =>
    words(
      l10n.t('The server does not know this client.'),
      sentences(l10n.t('Check the client ID or consumer key, the secrets, and the token URL.'), clock(failure)),
      'signIn',
      'editConnection',
    ),
  invalidSignature: (failure) =>
    words(
      l10n.t('The server refuses the signature.'),
      clock(failure) ??
        l10n.t(
          'A secret is wrong, the clock of this machine is off, or the address differs from the one the server sees.',
        ),
      'signIn',
      'editConnection',
    ),
  noRoute: () =>
    words(
      l10n.t('The gateway did not recognise the request as a signed one.'),
      l10n.t('Something between this machine and the server may remove the Authorization header; try again.'),
      'retry',
      'showLog',
    ),
  gateway: (failure) =>
    words(
      sentences(l10n.t('The gateway in front of the server gave up.'), said(failure)),
      sentences(
        l10n.t(
          'The server may be overloaded: try again. If only long lists fail, ask for a longer limit at the gateway.',
        ),
        patience(failure),
      ),
      'retry',
      'showLog',
    ),
  redirected: ({ facts }) =>
    words(
      facts.redirectedTo === undefined
        ? l10n.t('The server redirects the request to another address.')
        : l10n.t('The server redirects the request to {0}.', plainText(facts.redirectedTo)),
      l10n.t('Secrets are never sent after a redirect: set the address to the one the server really has.'),
      'editConnection',
      'showLog',
    ),
  truncated: (failure) =>
    words(
      sentences(l10n.t('The answer ended early.'), said(failure), received(failure)),
      failure.facts.serverText === undefined
        ? l10n.t('The server or something on the way closed the connection: try again.')
        : l10n.t('The server failed midway: show its administrator what it says.'),
      'retry',
      'showLog',
    ),
  notJson: (failure) =>
    failure.facts.reason === 'webPage'
      ? words(
          sentences(l10n.t('The address answers with a web page.'), titled(failure)),
          l10n.t('It may be the login or error page of a portal, a proxy or another server: check the address.'),
          'editConnection',
          'retry',
        )
      : words(
          sentences(l10n.t('The answer is not what the API sends.'), said(failure)),
          l10n.t(
            'Something else answers in place of the server, or it failed midway: check the address, then try again.',
          ),
          'retry',
          'editConnection',
        ),
  unexpectedJson: (failure) =>
    failure.facts.reason === 'noToken'
      ? words(
          l10n.t('The answer to the request for a token is JSON, but holds no token.'),
          l10n.t('Another program may listen there: check the address and the token URL of the connection.'),
          'editConnection',
          'showLog',
        )
      : words(
          sentences(l10n.t('The answer is JSON, but holds no sessions.'), said(failure)),
          l10n.t('Another program may listen there: check the address and the API of the connection.'),
          'editConnection',
          'showLog',
        ),
  requestRefused: (failure) =>
    words(
      sentences(l10n.t('The server refused the request.'), said(failure) ?? status(failure)),
      l10n.t('Ask the administrator of the server what this means.'),
      'retry',
      'showLog',
    ),
  tooManyRequests: (failure) =>
    words(
      sentences(l10n.t('The server takes no more requests for now.'), said(failure)),
      failure.facts.retryAfterSeconds === undefined
        ? l10n.t('Too many requests came in a short time, from here or from others: wait a little, then try again.')
        : l10n.t(
            'Too many requests came in a short time, from here or from others: try again in {0}.',
            durationText(failure.facts.retryAfterSeconds),
          ),
      'retry',
      'showLog',
    ),
  tooLarge: () =>
    words(
      l10n.t('The answer is larger than any list of sessions.'),
      l10n.t('Check the address; if it is right, tell the administrator of the server.'),
      'editConnection',
      'showLog',
    ),
  timeout: ({ facts }) => timeoutWords(facts),
  network: ({ facts }) => networkWords(facts),
  tls: ({ facts }) => tlsWords(facts),
  proxy: ({ facts }) => proxyWords(facts),
  cancelled: (failure) =>
    words(sentences(l10n.t('Cancelled.'), received(failure)), l10n.t('Refresh to load again.'), 'retry'),
  signedOut: (failure) => signedOutWords(failure),
  credentialsForAnotherServer: () => anotherServerWords(),
  unknownConnection: (failure) => unknownConnectionWords(failure),
  invalidQuery: (failure) => invalidQueryWords(failure),
  notWritten: ({ facts }) => notWrittenWords(facts),
};

/** Says which clock is behind, if the answer told the server's time and that differs much from ours. */
function clock({ facts: { clockDifferenceSeconds: seconds } }: Failure): string | undefined {
  if (seconds === undefined) {
    return undefined;
  }
  const difference = durationText(Math.abs(seconds));
  return seconds > 0
    ? l10n.t(
        "The clock of this machine is {0} behind the server's: correct the wrong clock, then try again.",
        difference,
      )
    : l10n.t(
        "The clock of this machine is {0} ahead of the server's: correct the wrong clock, then try again.",
        difference,
      );
}

function patience({ facts: { retryAfterSeconds: seconds } }: Failure): string | undefined {
  return seconds === undefined ? undefined : l10n.t('The gateway asks to wait {0}.', durationText(seconds));
}

function status({ facts }: Failure): string | undefined {
  return facts.status === undefined ? undefined : l10n.t('The server answered with HTTP {0}.', facts.status);
}

function titled({ facts: { serverText } }: Failure): string | undefined {
  return serverText === undefined ? undefined : l10n.t('The title of the page is “{0}”.', plainText(serverText));
}

function said({ facts: { serverText } }: Failure): string | undefined {
  return serverText === undefined ? undefined : l10n.t('The answer says: “{0}”.', plainText(serverText));
}

function received({ facts: { received: part } }: Failure): string | undefined {
  return part === undefined
    ? undefined
    : l10n.t('Sessions received until then: {0}, in {1} bytes.', countText(part.sessions), countText(part.bytes));
}

import { l10n } from 'vscode';
import type { FailureFacts, FailureReason } from '../../core/failure.ts';
import type { FailureAction } from '../../shared/failureAction.ts';
import type { FailureWords } from './wordsOf.ts';

/** The failures that have finer causes, in words: what happened, why likely and what to do, and what does it. */

export function sessionNotFoundWords({ reason }: FailureFacts): FailureWords {
  return reason === 'list'
    ? words(
        l10n.t('The server answers that it has no such session, though the list of all was asked for.'),
        l10n.t('This authorization may see no session, or the API of the connection is another version: check both.'),
        'editConnection',
        'retry',
      )
    : words(
        l10n.t('No session has this ID.'),
        l10n.t('It may not exist, or this authorization may not see it: ask for the grant in A2A.'),
        'openSession',
        'retry',
      );
}

export function unexpectedIdentifierWords({ reason }: FailureFacts): FailureWords {
  return reason === 'list'
    ? words(
        l10n.t('The server takes the path of the list for the ID of a session.'),
        l10n.t('The API of the connection is likely another version, or its address has a path too many: check both.'),
        'editConnection',
        'retry',
      )
    : words(
        l10n.t("The server takes the session's ID only."),
        l10n.t('The ID is a number such as 540, not the Session ID, which is a hash.'),
        'openSession',
      );
}

export function timeoutWords({ reason, host }: FailureFacts): FailureWords {
  switch (reason) {
    case 'connect':
      return words(
        l10n.t('No connection to {0} in time.', host ?? server()),
        l10n.t(
          'The address may be wrong, or a firewall or a VPN that is off swallows the request. For a slow network raise pamSessions.timeouts.connect.',
        ),
        'retry',
        'editConnection',
      );
    case 'idle':
      return words(
        l10n.t('The answer stopped coming.'),
        l10n.t(
          'The network or something on the way is stuck: try again. For a slow server raise pamSessions.timeouts.idle.',
        ),
        'retry',
        'showLog',
      );
    default:
      return words(
        l10n.t('The server did not begin to answer in time.'),
        l10n.t(
          'It prepares a whole list first: try again when it has less to do, or raise pamSessions.timeouts.firstByte.',
        ),
        'retry',
        'showLog',
      );
  }
}

export function networkWords({ reason, host = server() }: FailureFacts): FailureWords {
  switch (reason) {
    case 'hostNotFound':
      return words(
        l10n.t('The name of {0} cannot be resolved.', host),
        l10n.t('It may be misspelt, or known inside a VPN only: check the VPN and the address.'),
        'retry',
        'editConnection',
      );
    case 'refused':
      return words(
        l10n.t('{0} refuses connections.', host),
        l10n.t('Nothing listens there, or a firewall says no: check the port of the address.'),
        'retry',
        'editConnection',
      );
    case 'unreachable':
      return words(
        l10n.t('{0} cannot be reached from here.', host),
        l10n.t('No network leads there: check the VPN, the network and the firewall of this machine.'),
        'retry',
        'editConnection',
      );
    case 'reset':
      return words(
        l10n.t('{0} closed the connection before it answered.', host),
        l10n.t('The server may be restarting, or a firewall ends long requests: try again.'),
        'retry',
        'showLog',
      );
    case 'notHttp':
      return words(
        l10n.t('What {0} answers is no HTTP.', host),
        l10n.t('Another program listens there, or the address needs https: check its scheme and its port.'),
        'editConnection',
        'retry',
      );
    default:
      return words(
        l10n.t('The request to {0} failed.', host),
        l10n.t('Check the address, the network and the VPN.'),
        'retry',
        'showLog',
      );
  }
}

export function proxyWords({ reason, status, host = server() }: FailureFacts): FailureWords {
  switch (reason) {
    case 'loginRequired':
      return words(
        l10n.t('The proxy wants a login.'),
        l10n.t(
          'Give it in the setting http.proxy, as in http://user:password@proxy:3128, or exempt the server in http.noProxy.',
        ),
        'retry',
        'showLog',
      );
    case 'denied':
      return words(
        l10n.t('The proxy makes no connection to {0}.', host) +
          (status === undefined ? '' : ` ${l10n.t('It answers HTTP {0}.', status)}`),
        l10n.t('It may forbid the server or not reach it: ask whoever runs it, or exempt the server in http.noProxy.'),
        'retry',
        'showLog',
      );
    default:
      return words(
        l10n.t('The proxy cannot be reached.'),
        l10n.t(
          'Check http.proxy in the settings; where it is empty, the proxy of the environment or the system counts.',
        ),
        'retry',
        'showLog',
      );
  }
}

/** Why a connection is not secure, the cause first: a narrow tree shows no more than the beginning. */
export function tlsWords({ reason, host }: FailureFacts): FailureWords {
  const what = l10n.t('{0}: no secure connection to {1}.', tlsCause(reason), host ?? server());
  switch (reason) {
    case 'selfSigned':
      return words(
        what,
        l10n.t('Servers often come with one of their own: get it from the administrator and choose it as CA file.'),
        'chooseCaFile',
        'editConnection',
      );
    case 'unknownIssuer':
    case 'incompleteChain':
      return words(
        what,
        l10n.t('Choose the CA file of your organisation, or install it on this machine.'),
        'chooseCaFile',
        'editConnection',
      );
    case 'caFile':
      return words(
        what,
        l10n.t('It may have been moved; it must hold certificates in PEM form.'),
        'chooseCaFile',
        'editConnection',
      );
    case 'wrongHost':
      return words(
        what,
        l10n.t('Use the name that the certificate was made for in the address.'),
        'editConnection',
        'showLog',
      );
    case 'expired':
    case 'notYetValid':
      return words(
        what,
        l10n.t('Check the clock of this machine; otherwise the server needs a new certificate.'),
        'retry',
        'showLog',
      );
    case 'rejected':
      return words(
        what,
        l10n.t('It may be signed with SHA-1, or have a short key or wrong uses: ask the administrator of the server.'),
        'retry',
        'showLog',
      );
    case 'clientCertificate':
      return words(what, l10n.t('Ask the administrator of the server.'), 'retry', 'showLog');
    default:
      return words(what, l10n.t('Check that the address has a port that speaks HTTPS.'), 'editConnection', 'showLog');
  }
}

function tlsCause(reason: FailureReason | undefined): string {
  switch (reason) {
    case 'selfSigned':
      return l10n.t('The certificate is self-signed');
    case 'unknownIssuer':
      return l10n.t("The certificate's issuer is not known here");
    case 'incompleteChain':
      return l10n.t("The certificate comes without its issuer's, which is not known here");
    case 'expired':
      return l10n.t('The certificate has expired');
    case 'notYetValid':
      return l10n.t('The certificate is not valid yet');
    case 'wrongHost':
      return l10n.t('The certificate is for another host');
    case 'rejected':
      return l10n.t('The certificate is too weak, revoked or not made for this');
    case 'clientCertificate':
      return l10n.t('The server wants a client certificate, which this extension cannot give');
    case 'caFile':
      return l10n.t('The CA file cannot be read');
    default:
      return l10n.t('The two sides agree on no TLS protocol');
  }
}

function words(what: string, advice: string, ...actions: readonly FailureAction[]): FailureWords {
  return { what, advice, actions };
}

function server(): string {
  return l10n.t('the server');
}

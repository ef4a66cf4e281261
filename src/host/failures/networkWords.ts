import { l10n } from 'vscode';
import type { FailureFacts } from '../../core/failure.ts';
import { words, type FailureWords } from './failureWords.ts';

/** The words for failures on the way to the server, and for answers that a wrong id brings about. */

export function sessionNotFoundWords({ reason }: FailureFacts): FailureWords {
  return reason === 'list'
    ? words(
        l10n.t('The server answers that it has no such session, though all sessions were asked for.'),
        l10n.t('This authorization may see no session, or the API of the connection is another version: check both.'),
        'editConnection',
        'retry',
      )
    : words(
        l10n.t('No session has this ID.'),
        l10n.t('It may not exist, or this authorization may not see it: ask an administrator for access in A2A.'),
        'openSession',
        'retry',
      );
}

export function unexpectedIdentifierWords({ reason }: FailureFacts): FailureWords {
  return reason === 'list'
    ? words(
        l10n.t('The server mistakes the path of the list for the ID of a session.'),
        l10n.t(
          'The API of the connection is likely another version, or its address has a path that it should not have: check both.',
        ),
        'editConnection',
        'retry',
      )
    : words(
        l10n.t('The server finds a session by its ID only.'),
        l10n.t('The ID is a number such as 540, not the Session ID, which is a hash.'),
        'openSession',
      );
}

export function timeoutWords({ reason, host }: FailureFacts): FailureWords {
  switch (reason) {
    case 'connect':
      return words(
        l10n.t('No connection to {0} could be made in time.', host ?? server()),
        l10n.t(
          'The address may be wrong, a firewall may block the request, or a VPN may be off. For a slow network raise pamSessions.timeouts.connect.',
        ),
        'retry',
        'editConnection',
      );
    case 'idle':
      return words(
        l10n.t('The server stopped sending in the middle of its answer.'),
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
          'The server prepares the whole list before it sends any of it: try again when it has less to do, or raise pamSessions.timeouts.firstByte.',
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
        l10n.t('No program listens there, or a firewall refuses: check the port of the address.'),
        'retry',
        'editConnection',
      );
    case 'unreachable':
      return words(
        l10n.t('{0} cannot be reached from here.', host),
        l10n.t('No network leads to it: check the VPN, the network and the firewall of this machine.'),
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
        l10n.t('The answer from {0} is not HTTP.', host),
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
        l10n.t('The proxy requires a login.'),
        l10n.t(
          'Enter user and password in the setting http.proxy, as in http://user:password@proxy:3128, or exempt the server in http.noProxy.',
        ),
        'retry',
        'showLog',
      );
    case 'denied':
      return words(
        status === undefined
          ? l10n.t('The proxy does not connect to {0}.', host)
          : l10n.t('The proxy does not connect to {0}: it answers with HTTP {1}.', host, status),
        l10n.t('It may forbid the server or not reach it: ask whoever runs it, or exempt the server in http.noProxy.'),
        'retry',
        'showLog',
      );
    default:
      return words(
        l10n.t('The proxy cannot be reached.'),
        l10n.t(
          'Check http.proxy in the settings; where it is empty, the proxy of the environment or of the system is used.',
        ),
        'retry',
        'showLog',
      );
  }
}

/** For a sentence about a server whose name is not known. */
export function server(): string {
  return l10n.t('the server');
}

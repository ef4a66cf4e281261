import { l10n } from 'vscode';
import type { FailureFacts } from '../../core/failure.ts';
import { words, type FailureWords } from './failureWords.ts';
import { server } from './networkWords.ts';

/** Why a connection is not secure, the cause first: a narrow tree shows no more than the beginning. */
export function tlsWords({ reason, host = server() }: FailureFacts): FailureWords {
  const install = l10n.t('Choose the CA file of your organisation, or install it on this machine.');
  const clock = l10n.t('Check the clock of this machine; if it is right, the server needs a new certificate.');
  switch (reason) {
    case 'selfSigned':
      return words(
        l10n.t('The certificate is self-signed, so there is no secure connection to {0}.', host),
        l10n.t(
          'Servers often come with a certificate of their own: get it from the administrator and choose it as CA file.',
        ),
        'chooseCaFile',
        'editConnection',
      );
    case 'unknownIssuer':
      return words(
        l10n.t("The certificate's issuer is not known here, so there is no secure connection to {0}.", host),
        install,
        'chooseCaFile',
        'editConnection',
      );
    case 'incompleteChain':
      return words(
        l10n.t(
          'The certificate came without that of its issuer, which is not known here, so there is no secure connection to {0}.',
          host,
        ),
        install,
        'chooseCaFile',
        'editConnection',
      );
    case 'caFile':
      return words(
        l10n.t('The CA file cannot be read, so there is no secure connection to {0}.', host),
        l10n.t('The file may have been moved, or it holds no certificates in PEM form: choose another one.'),
        'chooseCaFile',
        'editConnection',
      );
    case 'wrongHost':
      return words(
        l10n.t('The certificate is for another host, so there is no secure connection to {0}.', host),
        l10n.t('Change the address to the name that the certificate was made for.'),
        'editConnection',
        'showLog',
      );
    case 'expired':
      return words(
        l10n.t('The certificate has expired, so there is no secure connection to {0}.', host),
        clock,
        'retry',
        'showLog',
      );
    case 'notYetValid':
      return words(
        l10n.t('The certificate is not valid yet, so there is no secure connection to {0}.', host),
        clock,
        'retry',
        'showLog',
      );
    case 'rejected':
      return words(
        l10n.t(
          'The certificate is too weak, revoked or made for another use, so there is no secure connection to {0}.',
          host,
        ),
        l10n.t('It may be signed with SHA-1, or its key may be too short: ask the administrator of the server.'),
        'retry',
        'showLog',
      );
    case 'clientCertificate':
      return words(
        l10n.t(
          'The server wants a client certificate, which this extension cannot give, so there is no secure connection to {0}.',
          host,
        ),
        l10n.t('Ask the administrator of the server.'),
        'retry',
        'showLog',
      );
    default:
      return words(
        l10n.t('The server and this machine cannot agree on TLS, so there is no secure connection to {0}.', host),
        l10n.t('Check that the address has a port that speaks HTTPS.'),
        'editConnection',
        'showLog',
      );
  }
}

import { l10n } from 'vscode';
import type { FailureReason } from '../core/pam/failure.ts';

/** Why no answer came from `host`. */
export function networkWords(reason: FailureReason | undefined, host: string): string {
  switch (reason) {
    case 'hostNotFound':
      return l10n.t('The name of {0} cannot be resolved.', host);
    case 'refused':
      return l10n.t('{0} refuses connections.', host);
    case 'unreachable':
      return l10n.t('{0} cannot be reached from here.', host);
    case 'reset':
      return l10n.t('{0} closed the connection before it answered.', host);
    default:
      return l10n.t('The request to {0} failed.', host);
  }
}

/** Why a connection is not secure, as the end of a sentence. */
export function tlsWords(reason: FailureReason | undefined): string {
  switch (reason) {
    case 'selfSigned':
      return l10n.t('its certificate is self-signed');
    case 'unknownIssuer':
      return l10n.t('the issuer of its certificate is not known here');
    case 'incompleteChain':
      return l10n.t('it does not send the whole certificate chain');
    case 'expired':
      return l10n.t('its certificate has expired');
    case 'notYetValid':
      return l10n.t('its certificate is not valid yet');
    case 'wrongHost':
      return l10n.t('its certificate is for another host name');
    case 'caFile':
      return l10n.t('the CA file cannot be read');
    default:
      return l10n.t('the two sides do not agree on a protocol');
  }
}

/** What helps against it. */
export function tlsAdvice(reason: FailureReason | undefined): string {
  switch (reason) {
    case 'selfSigned':
    case 'unknownIssuer':
    case 'incompleteChain':
      return l10n.t('Edit the connection and set its CA file, or install the CA on this machine.');
    case 'wrongHost':
      return l10n.t('Use the name that the certificate was made for in the address.');
    case 'caFile':
      return l10n.t('Check the path of the CA file; it must hold certificates in PEM form.');
    case 'expired':
    case 'notYetValid':
      return l10n.t('Check the clock of this machine; otherwise the server needs a new certificate.');
    default:
      return l10n.t('Check that the address has a port that speaks HTTPS.');
  }
}

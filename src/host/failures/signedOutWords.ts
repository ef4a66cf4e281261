import { l10n } from 'vscode';
import { SecretKept } from '../../core/connections/vault.ts';
import type { Failure } from '../../core/failure.ts';
import type { FailureWords } from './failureWords.ts';

/** Why a connection has no secrets to sign in with, or why they could not be removed. */
export function signedOutWords(failure: Failure): FailureWords {
  if (failure instanceof SecretKept) {
    return {
      what: l10n.t('VS Code could not remove the secret.'),
      advice: l10n.t(
        'Its keyring may still have it: unlock the keyring, then sign out or remove the connection again.',
      ),
      actions: ['showLog'],
    };
  }
  return failure.facts.reason === 'keyring'
    ? {
        what: l10n.t('VS Code could not return the secret.'),
        advice: l10n.t(
          'Its keyring is locked, changed or not available: unlock it and try again, or enter the secret again.',
        ),
        actions: ['retry', 'signIn'],
      }
    : {
        what: l10n.t('Signed out.'),
        advice: l10n.t('Sign in to see the sessions of this connection.'),
        actions: ['signIn'],
      };
}

/** Why the secrets that are stored are not sent. */
export function anotherServerWords(): FailureWords {
  return {
    what: l10n.t('The stored secrets were given for another address.'),
    advice: l10n.t('The address of the connection has changed since: sign in again if the new one is right.'),
    actions: ['signIn', 'editConnection'],
  };
}

import { l10n } from 'vscode';
import { BrokenSettings, type BrokenConnection } from '../../core/connections/brokenConnection.ts';
import { SecretKept } from '../../core/connections/vault.ts';
import { plainText } from '../../core/text/visibleText.ts';
import type { Failure } from '../../core/failure.ts';
import { nameOfBroken, sentencesOf } from './brokenWords.ts';
import type { FailureWords } from './wordsOf.ts';

/** The failures of which no server knows: what is wrong with a connection or its secrets here. */

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

export function anotherServerWords(): FailureWords {
  return {
    what: l10n.t('The stored secrets were given for another address.'),
    advice: l10n.t('The address of the connection has changed since: sign in again if the new one is right.'),
    actions: ['signIn', 'editConnection'],
  };
}

export function unknownConnectionWords(failure: Failure): FailureWords {
  if (failure.facts.reason !== 'broken') {
    return {
      what: l10n.t('There is no such connection.'),
      advice: l10n.t('It may have been removed: add one.'),
      actions: ['addConnection'],
    };
  }
  return {
    what:
      failure instanceof BrokenSettings
        ? whatIsWrong(failure.broken)
        : l10n.t('The settings of the connection are wrong.'),
    advice: l10n.t('Mend pamSessions.connections in the settings; secrets and list are kept meanwhile.'),
    actions: ['openSettings'],
  };
}

function whatIsWrong(broken: BrokenConnection): string {
  const wrong = sentencesOf(broken);
  return broken.position === undefined
    ? wrong
    : `${l10n.t('The settings of {0} are wrong.', plainText(nameOfBroken(broken)))} ${wrong}`;
}

import { l10n } from 'vscode';
import { BrokenSettings, type BrokenConnection } from '../../core/connections/brokenConnection.ts';
import type { Failure } from '../../core/failure.ts';
import { plainText } from '../../core/text/visibleText.ts';
import { complaintSentences } from './complaintSentence.ts';
import { nameOfBroken } from './nameOfBroken.ts';
import { sentences, type FailureWords } from './failureWords.ts';

/** Why there is no connection to use: none of that name, or one whose settings are wrong. */
export function unknownConnectionWords(failure: Failure): FailureWords {
  if (failure.facts.reason !== 'broken') {
    return {
      what: l10n.t('There is no such connection.'),
      advice: l10n.t('It may have been removed: add a connection.'),
      actions: ['addConnection'],
    };
  }
  return {
    what:
      failure instanceof BrokenSettings
        ? whatIsWrong(failure.broken)
        : l10n.t('The settings of the connection are wrong.'),
    advice: l10n.t('Correct pamSessions.connections in the settings; the secrets and the list are kept until then.'),
    actions: ['openSettings'],
  };
}

function whatIsWrong(broken: BrokenConnection): string {
  return broken.position === undefined
    ? complaintSentences(broken)
    : sentences(l10n.t('The settings of {0} are wrong.', plainText(nameOfBroken(broken))), complaintSentences(broken));
}

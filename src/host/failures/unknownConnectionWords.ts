import { l10n } from 'vscode';
import { BrokenSettings, type BrokenConnection } from '../../core/connections/brokenConnection.ts';
import type { Failure } from '../../core/failure.ts';
import { plainText } from '../../core/text/visibleText.ts';
import { complaintSentences } from './complaintSentence.ts';
import { nameOfBroken } from './nameOfBroken.ts';
import type { FailureWords } from './wordsOf.ts';

/** Why there is no connection to use: none of that name, or one whose settings are wrong. */
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
  const wrong = complaintSentences(broken);
  return broken.position === undefined
    ? wrong
    : `${l10n.t('The settings of {0} are wrong.', plainText(nameOfBroken(broken)))} ${wrong}`;
}

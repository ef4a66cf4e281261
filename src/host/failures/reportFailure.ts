import { window, type LogOutputChannel } from 'vscode';
import type { Failure } from '../../core/failure.ts';
import { actionWords } from './actionWords.ts';
import type { FailureAction } from '../../shared/failureAction.ts';
import { sentenceOf, wordsOf } from './wordsOf.ts';

/** Tells a person about a failure that has no place of its own in tree or page. */
export async function reportFailure(
  failure: Failure,
  log: LogOutputChannel,
  act: (action: Exclude<FailureAction, 'retry'>) => void,
): Promise<void> {
  if (failure.code === 'cancelled') {
    return;
  }
  const { actions } = wordsOf(failure);
  // The log gets the code and not the words, because these may quote the server.
  log.warn(failure.message);
  const offered = actions.filter((action) => action !== 'retry');
  const chosen = await window.showErrorMessage(sentenceOf(failure), ...offered.map((each) => actionWords(each).label));
  const action = offered.find((candidate) => actionWords(candidate).label === chosen);
  if (action !== undefined) {
    act(action);
  }
}

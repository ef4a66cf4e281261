import { window } from 'vscode';
import type { Connections } from '../../../core/connections/connections.ts';
import { plainText } from '../../../core/text/visibleText.ts';
import type { Candidate } from './inFront.ts';
import { sessionNames } from './sessionsInFront.ts';

/** Warns of the sessions that lack what is to be copied, if there are any, in the words for their names. */
export function tellLacking(
  connections: Connections,
  lacking: readonly Candidate[],
  wordsFor: (names: string) => string,
): void {
  if (lacking.length > 0) {
    void window.showWarningMessage(wordsFor(plainText(sessionNames(connections, lacking))));
  }
}

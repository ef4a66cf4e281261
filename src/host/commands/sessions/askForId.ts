import { l10n, window } from 'vscode';
import type { Connection } from '../../../core/connections/connection.ts';
import { isNumber } from '../../../core/text/identifiersIn.ts';
import { Dismissed } from '../../prompts/pick.ts';
import type { Candidate } from './inFront.ts';
import { sessionsNamed } from './sessionsNamed.ts';

/** What a person entered. */
export interface Asked {
  /** A number where `found` is empty: a server may know an ID that no loaded list has. */
  readonly id: string;
  /** The sessions of the loaded lists that it names. */
  readonly found: readonly Candidate[];
}

/** Asks for an ID, or for what names a session of the loaded lists of `connections`. Rejects with `Dismissed`. */
export async function askForId(connections: readonly Connection[]): Promise<Asked> {
  const text = await window.showInputBox({
    title: l10n.t('Open Session by ID'),
    prompt: l10n.t('Enter the ID, a number such as 540, or a Session ID (hash) that is in a loaded list'),
    placeHolder: '540',
    ignoreFocusOut: true,
    validateInput: (value) => complaint(value.trim(), connections),
  });
  if (text === undefined) {
    throw new Dismissed();
  }
  return { id: text.trim(), found: sessionsNamed(connections, text) };
}

function complaint(text: string, connections: readonly Connection[]): string | undefined {
  if (text === '') {
    return l10n.t('Enter an ID or a Session ID.');
  }
  if (isNumber(text) || sessionsNamed(connections, text).length > 0) {
    return undefined;
  }
  return connections.some(({ store }) => store.list !== undefined)
    ? l10n.t('The ID is a number. No session of a loaded list has this as its Session ID.')
    : l10n.t('The ID is a number. A Session ID can be found only once the list is loaded.');
}

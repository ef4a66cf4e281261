import { l10n, window } from 'vscode';
import type { Connection } from '../../../core/connections/connection.ts';
import type { SessionIndex } from '../../../core/sessions/index/sessionIndex.ts';
import { Dismissed } from '../../prompts/pick.ts';

/** Asks for the number of a session; a pasted session_id is looked up in the list at hand. Rejects with `Dismissed`. */
export async function askForId(connection: Connection): Promise<string> {
  const index = connection.store.list?.index;
  const text = await window.showInputBox({
    title: l10n.t('Open Session by ID'),
    prompt: l10n.t('The ID is a number such as 540; a Session ID (hash) is found if the loaded list has it'),
    placeHolder: '540',
    ignoreFocusOut: true,
    validateInput: (value) => complaint(value.trim(), index),
  });
  if (text === undefined) {
    throw new Dismissed();
  }
  return idOf(text.trim(), index) ?? text.trim();
}

function complaint(text: string, index: SessionIndex | undefined): string | undefined {
  if (text === '' || idOf(text, index) !== undefined) {
    return text === '' ? l10n.t('Something must stand here.') : undefined;
  }
  return index === undefined
    ? l10n.t('The ID is a number. This may be a Session ID; those are found once the list is loaded.')
    : l10n.t('The ID is a number. If this is a Session ID, no session of the loaded list has it.');
}

function idOf(text: string, index: SessionIndex | undefined): string | undefined {
  if (/^\d+$/.test(text)) {
    return text;
  }
  const [row, another] = text === '' ? [] : (index?.rowsOfSessionId(text) ?? []);
  return row === undefined || another !== undefined ? undefined : index?.session(row).id;
}

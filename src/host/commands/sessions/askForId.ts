import { l10n, window } from 'vscode';
import type { Connection } from '../../../core/connections/connection.ts';
import type { SessionIndex } from '../../../core/sessions/index/sessionIndex.ts';
import { Dismissed } from '../../prompts/pick.ts';

/** Asks for the id of a session; a pasted session_id is looked up in the loaded list. Rejects with `Dismissed`. */
export async function askForId(connection: Connection): Promise<string> {
  const index = connection.store.list?.index;
  const text = await window.showInputBox({
    title: l10n.t('Open Session by ID'),
    prompt: l10n.t('Enter the ID, a number such as 540, or a Session ID (hash) that is in the loaded list'),
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
    return text === '' ? l10n.t('Enter an ID or a Session ID.') : undefined;
  }
  return index === undefined
    ? l10n.t('The ID is a number. A Session ID can be found only once the list is loaded.')
    : l10n.t('The ID is a number. No session of the loaded list has this as its Session ID.');
}

function idOf(text: string, index: SessionIndex | undefined): string | undefined {
  if (/^\d+$/.test(text)) {
    return text;
  }
  const [row, another] = text === '' ? [] : (index?.rowsOfSessionId(text) ?? []);
  return row === undefined || another !== undefined ? undefined : index?.session(row).id;
}

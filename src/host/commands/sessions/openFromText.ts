import { env, l10n, window } from 'vscode';
import type { CommandContext } from '../commandContext.ts';
import { chooseSession } from './chooseSession.ts';
import { sessionsNamed } from './sessionsNamed.ts';

/**
 * Opens the first session that the selected text names, or else the clipboard, by an ID or a Session ID of any loaded
 * list; where several connections have it, the person is asked.
 */
export async function openFromText({ connections, detail }: CommandContext): Promise<void> {
  const editor = window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection) ?? '';
  const named = sessionsNamed(connections.all, selected);
  const found = named.length > 0 ? named : sessionsNamed(connections.all, await env.clipboard.readText());
  const meant = await chooseSession(connections, found);
  if (meant === undefined) {
    void window.showInformationMessage(
      l10n.t('Neither the selected text nor the clipboard holds an ID or a Session ID of a loaded list.'),
    );
    return;
  }
  await detail.open(meant.reference, { known: meant.session, preserveFocus: false, toSide: false });
}

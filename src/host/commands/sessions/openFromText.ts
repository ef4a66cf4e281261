import { env, l10n, window } from 'vscode';
import { labelText } from '../../../core/text/visibleText.ts';
import type { Connections } from '../../../core/connections/connections.ts';
import { pick } from '../../prompts/pick.ts';
import { sessionName } from '../../sessionName.ts';
import type { CommandContext } from '../commandContext.ts';
import type { Candidate } from './inFront.ts';
import { sessionsNamed } from './sessionsNamed.ts';

/**
 * Opens the first session that the selected text names, or else the clipboard, by an ID or a Session ID of any loaded
 * list; where several connections have it, the person is asked.
 */
export async function openFromText({ connections, detail }: CommandContext): Promise<void> {
  const editor = window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection) ?? '';
  const named = sessionsNamed(connections, selected);
  const found = named.length > 0 ? named : sessionsNamed(connections, await env.clipboard.readText());
  if (found.length === 0) {
    void window.showInformationMessage(
      l10n.t('Neither the selected text nor the clipboard holds an ID or a Session ID of a loaded list.'),
    );
    return;
  }
  const [only, another] = found;
  const meant = only !== undefined && another === undefined ? only : await chosen(connections, found);
  await detail.open(meant.reference, { known: meant.session, preserveFocus: false, toSide: false });
}

function chosen(connections: Connections, found: readonly Candidate[]): Promise<Candidate> {
  const choices = found.map((value) => ({
    value,
    label: labelText(l10n.t('Session {0}', sessionName(connections, value.reference))),
    detail: connections.known(value.reference.connection)?.settings.baseUrl ?? '',
  }));
  return pick(l10n.t('Several sessions have this name: which one?'), choices);
}

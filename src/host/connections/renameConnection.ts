import { l10n, window } from 'vscode';
import type { Connection } from '../../core/connections/connection.ts';
import type { ConnectionEditor } from '../../core/connections/connectionEditor.ts';
import { Dismissed } from '../prompts/pick.ts';
import { otherConnections } from './wizard/otherConnections.ts';

/** Asks for another name. Rejects with `Dismissed`. */
export async function renameConnection(changes: ConnectionEditor, renamed: Connection): Promise<void> {
  const { settings: connection } = renamed;
  const others = await otherConnections(changes.connections, renamed);
  const name = await window.showInputBox({
    title: l10n.t('Rename {0}', connection.name),
    prompt: l10n.t('The name that this connection has in VS Code'),
    placeHolder: l10n.t('Name of the connection'),
    value: connection.name,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? l10n.t('{0} is needed.', l10n.t('Name')) : others.named(text)),
  });
  if (name === undefined) {
    throw new Dismissed();
  }
  await changes.rename(connection.id, name.trim());
}

import { l10n, window } from 'vscode';
import type { BrokenConnection } from '../../core/connections/brokenConnection.ts';
import type { Connection } from '../../core/connections/connection.ts';
import type { Changes } from '../../core/connections/changes.ts';
import { visibleText } from '../../core/text/visibleText.ts';
import { nameOfBroken } from '../failures/nameOfBroken.ts';
import { Dismissed } from '../prompts/pick.ts';

/** Removes a connection and all that is known of it, once a person agrees. Rejects with `Dismissed`. */
export async function removeConnection(changes: Changes, { settings: connection }: Connection): Promise<void> {
  const remove = l10n.t('Remove');
  const question = l10n.t('Remove the connection {0}?', visibleText(connection.name));
  const detail = l10n.t(
    'Its settings, its secrets and its loaded list are removed from this machine. Nothing changes on {0}.',
    new URL(connection.baseUrl).host,
  );
  await agree(question, detail, remove);
  await changes.remove(connection.id);
}

/** Removes a broken connection and all that is known of it, once a person agrees. Rejects with `Dismissed`. */
export async function removeBroken(changes: Changes, broken: BrokenConnection): Promise<void> {
  const remove = l10n.t('Remove');
  const question = l10n.t('Remove the connection {0}?', visibleText(nameOfBroken(broken)));
  const detail =
    broken.id === undefined
      ? l10n.t(
          'Its entry in the settings is removed. It has no ID, so none of the stored secrets can be told to be its own.',
        )
      : l10n.t('Its entry in the settings, its secrets and its loaded list are removed from this machine.');
  await agree(question, detail, remove);
  await changes.removeBroken(broken);
}

async function agree(question: string, detail: string, button: string): Promise<void> {
  if ((await window.showWarningMessage(question, { modal: true, detail }, button)) !== button) {
    throw new Dismissed();
  }
}

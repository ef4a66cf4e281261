import { l10n } from 'vscode';
import type { Connection } from '../../core/connections/connection.ts';
import type { Connections } from '../../core/connections/connections.ts';
import { plainText } from '../../core/text/visibleText.ts';
import { countText } from '../countText.ts';
import { agree } from '../prompts/agree.ts';
import { asksBeforeSignOut, stopAskingBeforeSignOut } from '../settings.ts';
import { nameWithAddress } from './nameWithAddress.ts';

/** Signs out of connections once a person agrees, or at once where they want no question. Rejects with `Dismissed`. */
export async function signOutConnections(connections: Connections, leaving: readonly Connection[]): Promise<void> {
  const signOut = l10n.t('Sign Out');
  const forever = l10n.t("Sign Out, Don't Ask Again");
  const pressed = asksBeforeSignOut() ? await agree(questionOf(leaving), detailOf(leaving), signOut, forever) : signOut;
  await connections.signOut(leaving);
  if (pressed === forever) {
    await stopAskingBeforeSignOut();
  }
}

function questionOf(leaving: readonly Connection[]): string {
  const [only, ...more] = leaving;
  return only !== undefined && more.length === 0
    ? l10n.t('Sign out of {0}?', plainText(only.settings.name))
    : l10n.t('Sign out of these {0} connections?', countText(leaving.length));
}

function detailOf(leaving: readonly Connection[]): string {
  const names = leaving.map(nameWithAddress).join('\n');
  const lost =
    leaving.length === 1
      ? l10n.t(
          'Its secrets are deleted from this machine, its loaded list is forgotten, and its open sessions and tables are closed. Its settings stay; to sign in again, you need the secrets.',
        )
      : l10n.t(
          'Their secrets are deleted from this machine, their loaded lists are forgotten, and their open sessions and tables are closed. Their settings stay; to sign in again, you need the secrets.',
        );
  return `${names}\n\n${lost}`;
}

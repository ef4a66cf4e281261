import { l10n } from 'vscode';
import { BrokenConnection } from '../../core/connections/brokenConnection.ts';
import type { ConnectionEditor } from '../../core/connections/connectionEditor.ts';
import type { Connection } from '../../core/connections/connection.ts';
import { plainText } from '../../core/text/visibleText.ts';
import { countText } from '../countText.ts';
import { nameOfBroken } from '../failures/nameOfBroken.ts';
import { agree } from '../prompts/agree.ts';
import { nameWithAddress } from './nameWithAddress.ts';

type Entry = Connection | BrokenConnection;

/**
 * Removes connections, broken ones too, and all that is known of them, once a person agrees. Rejects with `Dismissed`,
 * or with the first failure once all are through.
 */
export async function removeEntries(changes: ConnectionEditor, entries: readonly Entry[]): Promise<void> {
  await agree(questionOf(entries), detailOf(entries), l10n.t('Remove'));
  const failures: unknown[] = [];
  for (const entry of inOrder(entries)) {
    const removing =
      entry instanceof BrokenConnection ? changes.removeBroken(entry) : changes.remove(entry.settings.id);
    await removing.catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) {
    throw failures[0];
  }
}

/** Broken entries are found by their position, so the last is removed first, and before any other entry moves them. */
function inOrder(entries: readonly Entry[]): readonly Entry[] {
  const broken = entries.filter((entry) => entry instanceof BrokenConnection);
  const usable = entries.filter((entry) => !(entry instanceof BrokenConnection));
  return [...broken.toSorted((one, other) => (other.position ?? 0) - (one.position ?? 0)), ...usable];
}

function questionOf(entries: readonly Entry[]): string {
  const [only, ...more] = entries;
  if (only === undefined || more.length > 0) {
    return l10n.t('Remove these {0} connections?', countText(entries.length));
  }
  const name = only instanceof BrokenConnection ? nameOfBroken(only) : only.settings.name;
  return l10n.t('Remove the connection {0}?', plainText(name));
}

function detailOf(entries: readonly Entry[]): string {
  return `${entries.map(nameWithAddress).join('\n')}\n\n${lostWith(entries)}`;
}

function lostWith(entries: readonly Entry[]): string {
  const [only, ...more] = entries;
  if (only === undefined || more.length > 0) {
    return l10n.t(
      'Their settings, their secrets and their loaded lists are removed from this machine, and their open sessions and tables are closed. Nothing changes on the servers.',
    );
  }
  if (!(only instanceof BrokenConnection)) {
    return l10n.t(
      'Its settings, its secrets and its loaded list are removed from this machine, and its open sessions and tables are closed. Nothing changes on {0}.',
      new URL(only.settings.baseUrl).host,
    );
  }
  return only.id === undefined
    ? l10n.t('Its entry in the settings is removed. It has no ID, so no stored secret can be recognised as its own.')
    : l10n.t(
        'Its entry in the settings, its secrets and its loaded list are removed from this machine, and its open sessions and tables are closed.',
      );
}

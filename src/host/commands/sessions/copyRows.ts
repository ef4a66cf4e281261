import { l10n, window } from 'vscode';
import { visibleText } from '../../../core/text/visibleText.ts';
import { countText } from '../../countText.ts';
import type { CopiedSession } from '../../table/selectedRows.ts';
import { copyText } from '../copyText.ts';

/** Copies the Session IDs or the IDs of a table's selected rows, one a line, however many they are. */
export async function copyRows(
  what: 'sessionId' | 'id',
  sessions: readonly CopiedSession[] | undefined,
): Promise<void> {
  if (sessions === undefined) {
    void window.showInformationMessage(l10n.t('The rows have changed since they were selected: select them again.'));
    return;
  }
  const texts = sessions.map((session) => visibleText(session[what])).filter((text) => text !== '');
  const lacking = sessions.length - texts.length;
  if (lacking > 0) {
    void window.showWarningMessage(
      l10n.t('Selected sessions without a Session ID in the list, which were left out: {0}.', countText(lacking)),
    );
  }
  if (texts.length > 0) {
    const words =
      what === 'id'
        ? l10n.t('$(check) Copied: {0} IDs', countText(texts.length))
        : l10n.t('$(check) Copied: {0} Session IDs', countText(texts.length));
    await copyText(texts.join('\n'), words);
  }
}

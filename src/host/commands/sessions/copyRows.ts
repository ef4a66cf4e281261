import { l10n, window } from 'vscode';
import { countText } from '../../countText.ts';
import { plural } from '../../plural.ts';
import type { Copied } from '../../table/copied.ts';
import { copyText } from '../copyText.ts';

/** Copies what was made of a table's selected rows, one a line, however many they are; below a heading if there is one. */
export async function copyRows(
  what: Copied,
  all: readonly string[] | undefined,
  heading: string | undefined,
): Promise<void> {
  if (all === undefined) {
    void window.showInformationMessage(l10n.t('The rows have changed since they were selected: select them again.'));
    return;
  }
  const texts = all.filter((text) => text !== '');
  const lacking = all.length - texts.length;
  if (lacking > 0) {
    void window.showWarningMessage(
      l10n.t('Selected sessions without a Session ID in the list, which were left out: {0}.', countText(lacking)),
    );
  }
  if (texts.length > 0) {
    await copyText([...(heading === undefined ? [] : [heading]), ...texts].join('\n'), wordsOf(what, texts.length));
  }
}

function wordsOf(what: Copied, count: number): string {
  const text = countText(count);
  const words = {
    id: [l10n.t('$(check) Copied: {0} ID', text), l10n.t('$(check) Copied: {0} IDs', text)],
    sessionId: [l10n.t('$(check) Copied: {0} Session ID', text), l10n.t('$(check) Copied: {0} Session IDs', text)],
    row: [l10n.t('$(check) Copied: {0} row', text), l10n.t('$(check) Copied: {0} rows', text)],
    rowWithHeaders: [
      l10n.t('$(check) Copied: {0} row with headers', text),
      l10n.t('$(check) Copied: {0} rows with headers', text),
    ],
  } as const;
  return plural(count, ...words[what]);
}

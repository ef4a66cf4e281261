import { l10n } from 'vscode';
import { countText } from './countText.ts';
import { plural } from './plural.ts';
import { wordsLanguage } from './wordsLanguage.ts';

/** How far a load has come. */
export function progressText({ sessions, bytes }: { readonly sessions: number; readonly bytes: number }): string {
  if (bytes === 0) {
    return l10n.t('Waiting for the server, which can take minutes for a long list…');
  }
  const count = countText(sessions);
  const size = (bytes / 1e6).toLocaleString(wordsLanguage(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return plural(
    sessions,
    l10n.t('Loading {0} session · {1} MB', count, size),
    l10n.t('Loading {0} sessions · {1} MB', count, size),
  );
}

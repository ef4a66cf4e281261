import { l10n } from 'vscode';
import { countText } from './countText.ts';

/** How far a load has come. */
export function progressText({ sessions, bytes }: { readonly sessions: number; readonly bytes: number }): string {
  return bytes === 0
    ? l10n.t('Waiting for the server, which can take minutes for a long list…')
    : l10n.t('Loading {0} sessions · {1} MB', countText(sessions), (bytes / 1e6).toFixed(1));
}

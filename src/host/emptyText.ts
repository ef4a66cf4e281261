import { l10n } from 'vscode';
import type { LoadedList } from '../core/connections/sessionStore.ts';
import { countText } from './countText.ts';

/** How much of an answer could not be read as it came. */
export function leftOutText(list: LoadedList | undefined): string {
  const { skipped = 0, duplicates = 0, replaced = 0 } = list ?? {};
  return l10n.t(
    'Records left out: {0}. IDs that came twice: {1}. Records with broken characters: {2}.',
    countText(skipped),
    countText(duplicates),
    countText(replaced),
  );
}

/** Why a list has no sessions: none came, or none that could be read. */
export function emptyText(list: LoadedList | undefined): string {
  return list === undefined || list.skipped === 0
    ? l10n.t(
        'The server sent an empty list. To see all sessions, this authorization needs access to Credentials and Devices in A2A.',
      )
    : leftOutText(list);
}

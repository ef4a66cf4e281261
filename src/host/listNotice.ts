import { l10n } from 'vscode';
import type { ListState, SessionStore } from '../core/connections/sessionStore.ts';
import { sentences } from './failures/failureWords.ts';
import { wordsOf } from './failures/wordsOf.ts';
import { progressText } from './progressText.ts';
import { timeOfDayText } from './timeOfDayText.ts';

/** How old a list is, and what is wrong with it; `''` while there is none. */
export function listNotice({ state, list }: Pick<SessionStore, 'state' | 'list'>): string {
  if (state.kind === 'ready') {
    const at = timeOfDayText(state.list.fetchedAt);
    return state.list.complete ? l10n.t('As of {0}', at) : l10n.t('Not the whole list, as of {0}', at);
  }
  const change = changeOf(state);
  return list?.complete === false ? sentences(l10n.t('This is not the whole list.'), change) : change;
}

/** How far a load has come, or why it failed. */
function changeOf(state: ListState): string {
  if (state.kind === 'loading') {
    return progressText(state.received);
  }
  if (state.kind === 'failed' && state.previous !== undefined) {
    const since = l10n.t('Not refreshed since {0}.', timeOfDayText(state.previous.fetchedAt));
    return sentences(since, wordsOf(state.failure).what);
  }
  return '';
}

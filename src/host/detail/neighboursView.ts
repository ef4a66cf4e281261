import { l10n } from 'vscode';
import type { Connection } from '../../core/connections/connection.ts';
import type { Related, Way } from '../../core/sessions/neighbours.ts';
import type { Relation } from '../../core/sessions/relatedTo.ts';
import type { Session } from '../../core/sessions/session.ts';
import { directions, ways, type NeighboursView, type RelatedView, type StepView } from '../../shared/neighbours.ts';
import { countText } from '../countText.ts';
import { wordsOf } from '../failures/wordsOf.ts';
import { listNotice } from '../listNotice.ts';
import type { Found } from './neighbourhood.ts';
import { sessionLineOf } from './sessionLine.ts';
import { stripViewOf } from './stripView.ts';
import { unusualWords } from './unusualWords.ts';

/** What the page shows of the loaded list around its session; null while nobody is signed in, or nothing is known of it. */
export function neighboursViewOf(
  session: Session | undefined,
  connection: Connection | undefined,
  found: Found | undefined,
): NeighboursView | null {
  if (session === undefined || connection?.signedIn !== true) {
    return null;
  }
  const { list, state } = connection.store;
  const isMissing = list === undefined && state.kind !== 'loading';
  return {
    heading: l10n.t('In the loaded list'),
    notice: noticeOf(connection),
    load: isMissing ? l10n.t('Load the List') : '',
    news: found?.unusual === undefined ? [] : [...unusualWords(found.unusual)],
    steps:
      list === undefined ? [] : ways.flatMap((way) => directions.map((direction) => stepOf(way, direction, found))),
    related: found?.related.map((each) => relatedView(each)) ?? [],
    strip: found?.strip === undefined ? null : stripViewOf(found.strip, session.id),
  };
}

function noticeOf({ store }: Connection): string {
  const { state, list } = store;
  if (state.kind === 'loading') {
    return l10n.t('The list is being loaded…');
  }
  if (list !== undefined) {
    return listNotice(store);
  }
  return state.kind === 'failed'
    ? wordsOf(state.failure).what
    : l10n.t('Related sessions are found in the list of the connection, which is not loaded yet.');
}

function relatedView({ to, count, newest }: Related): RelatedView {
  return {
    to,
    label: relatedLabel(to, count),
    newest: newest.map((session) => sessionLineOf(session, to)),
    showAll: count === 0 ? '' : l10n.t('Show All'),
  };
}

function relatedLabel(to: Relation, count: number): string {
  const others = countText(count);
  switch (to) {
    case 'device':
      return l10n.t('Others on this device: {0}', others);
    case 'credential':
      return l10n.t('Others with this credential: {0}', others);
    case 'user':
      return l10n.t('Others of this user: {0}', others);
    case 'originIp':
      return l10n.t('Others from this address: {0}', others);
    case 'overlap':
      return l10n.t('Others at the same time: {0}', others);
  }
}

function stepOf(way: Way, direction: StepView['direction'], found: Found | undefined): StepView {
  const labels = {
    device: { previous: l10n.t('Previous on This Device'), next: l10n.t('Next on This Device') },
    user: { previous: l10n.t('Previous by This User'), next: l10n.t('Next by This User') },
  };
  // Until it is known, a press waits for it.
  const leads = found === undefined || found.steps[way][direction] !== undefined;
  return { way, direction, label: labels[way][direction], leads };
}

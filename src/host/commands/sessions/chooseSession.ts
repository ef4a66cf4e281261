import { l10n, window } from 'vscode';
import type { Connections } from '../../../core/connections/connections.ts';
import { labelText } from '../../../core/text/visibleText.ts';
import { pick } from '../../prompts/pick.ts';
import { sessionName } from '../../sessionName.ts';
import { whoOf } from '../../whoOf.ts';
import type { Candidate } from './inFront.ts';

/** How long a person has to read where a session was found, in milliseconds. */
const foundMilliseconds = 4000;
/** Nobody reads a longer list of choices. */
const mostChoices = 200;

/**
 * Of sessions that a text names, the only one, or the one that a person picks; undefined where there are none. With
 * several connections it says in whose list it is. Rejects with `Dismissed`.
 */
export async function chooseSession(
  connections: Connections,
  found: readonly Candidate[],
): Promise<Candidate | undefined> {
  const [first, ...more] = found;
  if (first === undefined || more.length > 0) {
    return first && pick(l10n.t('Several sessions have this name: which one?'), choicesOf(connections, found));
  }
  if (connections.entries.length > 1) {
    const name = labelText(sessionName(connections, first.reference));
    window.setStatusBarMessage(l10n.t('$(check) Found in a loaded list: session {0}', name), foundMilliseconds);
  }
  return first;
}

function choicesOf(connections: Connections, found: readonly Candidate[]) {
  return found.slice(0, mostChoices).map((value) => {
    const about = value.session === undefined ? [] : [whoOf(value.session), value.session.start ?? ''];
    const { baseUrl } = connections.known(value.reference.connection)?.settings ?? {};
    return {
      value,
      label: labelText(l10n.t('Session {0}', sessionName(connections, value.reference))),
      detail: labelText([...about, baseUrl ?? ''].filter((part) => part !== '').join(' · ')),
    };
  });
}

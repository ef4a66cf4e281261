import type { Connection } from '../../../core/connections/connection.ts';
import { identifiersIn, isNumber } from '../../../core/text/identifiersIn.ts';
import type { SessionIndex } from '../../../core/sessions/index/sessionIndex.ts';
import type { Candidate } from './inFront.ts';

/** No word of a text is the beginning of a Session ID by chance if it is as long as this. */
const shortestHash = 8;
/** Nobody reads a longer list of choices. */
const mostFound = 200;

/** The sessions of the loaded lists that have the first name which any of them knows; of very many the newest. */
export function sessionsNamed(connections: readonly Connection[], text: string): readonly Candidate[] {
  for (const name of identifiersIn(text)) {
    // A text that is nothing but a name may be the beginning of a Session ID, however short.
    const isHash = name.length >= shortestHash || (name === text.trim() && !isNumber(name));
    const byId = isNumber(name) ? sessionsIn(connections, (index) => rowsOfId(index, name)) : [];
    const found = byId.length > 0 || !isHash ? byId : sessionsIn(connections, (index) => index.rowsOfSessionId(name));
    if (found.length > 0) {
      return found;
    }
  }
  return [];
}

function sessionsIn(
  connections: readonly Connection[],
  rowsIn: (index: SessionIndex) => Iterable<number>,
): readonly Candidate[] {
  return connections.flatMap(({ settings, store }) => {
    const index = store.list?.index;
    const rows = index === undefined ? [] : [...rowsIn(index)].slice(0, mostFound);
    const sessions = rows.flatMap((row) => index?.session(row) ?? []);
    return sessions.map((session) => ({ reference: { connection: settings.id, id: session.id }, session }));
  });
}

function rowsOfId(index: SessionIndex, id: string): readonly number[] {
  const row = index.rowOfId(id);
  return row === undefined ? [] : [row];
}

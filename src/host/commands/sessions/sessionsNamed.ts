import type { Connections } from '../../../core/connections/connections.ts';
import { isNumber, identifiersIn } from '../../../core/text/identifiersIn.ts';
import type { Candidate } from './inFront.ts';

/** The sessions of all loaded lists that have the first name which any of them knows. */
export function sessionsNamed(connections: Connections, text: string): readonly Candidate[] {
  for (const name of identifiersIn(text)) {
    const found = connections.all.flatMap(({ settings, store }) => {
      const index = store.list?.index;
      const row = isNumber(name) ? index?.rowOfId(name) : undefined;
      const rows = [...(index?.rowsOfSessionId(name) ?? []), ...(row === undefined ? [] : [row])];
      const sessions = [...new Set(rows)].flatMap((one) => index?.session(one) ?? []);
      return sessions.map((session) => ({ reference: { connection: settings.id, id: session.id }, session }));
    });
    if (found.length > 0) {
      return found;
    }
  }
  return [];
}

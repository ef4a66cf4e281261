import type { Connections } from '../../core/connections/connections.ts';
import { UnknownPlaceholders } from '../../core/output/ticketNote.ts';
import type { KnownSession } from './noteEntryOf.ts';
import { noteOf, unknownPlaceholdersText } from './noteOf.ts';

/** The note about these sessions, or what is wrong with its template. */
export async function noteOrProblem(connections: Connections, sessions: readonly KnownSession[]): Promise<string> {
  try {
    return await noteOf(connections, sessions);
  } catch (error) {
    if (error instanceof UnknownPlaceholders) {
      return unknownPlaceholdersText(error);
    }
    throw error;
  }
}

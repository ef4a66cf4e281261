import type { Connections } from '../../core/connections/connections.ts';
import type { KnownSession } from './noteEntryOf.ts';
import { noteOf } from './noteOf.ts';
import { unlessUnknown } from './unlessUnknown.ts';

/** The note about the sessions that a person drags; undefined where its template cannot be filled in, which is told. */
export function draggedNote(connections: Connections, sessions: readonly KnownSession[]): Promise<string | undefined> {
  return unlessUnknown(() => noteOf(connections, sessions));
}

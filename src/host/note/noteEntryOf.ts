import { env } from 'vscode';
import type { Connections } from '../../core/connections/connections.ts';
import type { NoteEntry } from '../../core/output/noteEntry.ts';
import { linkTo } from '../../core/output/sessionLink.ts';
import type { Session } from '../../core/sessions/session.ts';
import type { SessionReference } from '../../shared/detail.ts';

/** A session that is known, and whose it is. */
export interface KnownSession {
  readonly reference: SessionReference;
  readonly session: Session;
}

/** What a note can say of a session. */
export function noteEntryOf(connections: Connections, { reference, session }: KnownSession): NoteEntry {
  const { name, baseUrl, timeZone } = connections.known(reference.connection)?.settings ?? {};
  const { id, sessionId } = session;
  return {
    session,
    connection: name ?? '',
    server: baseUrl ?? '',
    timeZone: timeZone ?? '',
    link: linkTo(env.uriScheme, { id, sessionId, connection: name ?? '' }) ?? '',
  };
}

import { commands } from 'vscode';
import type { Connection } from '../../core/connections/connection.ts';
import type { Filters } from '../../core/connections/filters.ts';
import type { Query } from '../../core/sessions/query/query.ts';

/** Makes a query the filter of a connection, and shows the tree, where a person can read and change it. */
export async function showOnly(filters: Filters, connection: Connection, query: Query): Promise<void> {
  await filters.applyQuery(connection, query);
  await commands.executeCommand('pamSessions.sessions.focus');
}

import { commands } from 'vscode';
import type { Connection } from '../../../core/connections/connection.ts';
import { testConnection } from './testConnection.ts';

/** Tests a connection, then does what the person wants to do about the result. */
export async function runTest(connection: Connection): Promise<void> {
  const action = await testConnection(connection);
  if (action !== undefined) {
    await commands.executeCommand(`pamSessions.${action}`, connection);
  }
}

import { commands } from 'vscode';
import type { Server } from '../../core/connections/server.ts';
import { testConnection } from '../connections/testConnection.ts';

/** Tests a connection, then does what the person wants to do about the result. */
export async function runTest(server: Server): Promise<void> {
  const action = await testConnection(server);
  if (action !== undefined) {
    await commands.executeCommand(`pamSessions.${action}`, server);
  }
}

import { l10n, window } from 'vscode';
import { isLoopback } from '../../core/connections/address.ts';
import { originsOf, readNewConnection } from '../../core/connections/settings.ts';
import type { ConnectionEditor } from '../../core/connections/connectionEditor.ts';
import { Failure } from '../../core/failure.ts';

/**
 * `pamSessions.addConnection` with an argument, as another extension calls it: a person agrees first, unless the
 * server is this machine or a test runs. Rejects with `InvalidConnection` or `PamFailure`, and then stores nothing.
 */
export async function addGivenConnection(
  changes: ConnectionEditor,
  argument: unknown,
  isTest: boolean,
): Promise<string> {
  const connection = readNewConnection(argument);
  const { hostname } = new URL(connection.baseUrl);
  if (!isTest && !isLoopback(hostname) && !(await agreed(originsOf(connection).join(', ')))) {
    throw new Failure('cancelled');
  }
  return changes.add(connection);
}

async function agreed(origins: string): Promise<boolean> {
  const add = l10n.t('Add Connection');
  const question = l10n.t('Another extension wants to add a PAM connection to {0}.', origins);
  const detail = l10n.t('PAM Sessions will send the credentials that it was given to this host.');
  return (await window.showWarningMessage(question, { modal: true, detail }, add)) === add;
}

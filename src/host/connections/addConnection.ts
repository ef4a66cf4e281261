import { l10n, ProgressLocation, window } from 'vscode';
import { readNewConnection, type NewConnection } from '../../core/connections/connection.ts';
import type { Servers } from '../../core/connections/servers.ts';
import { PamFailure } from '../../core/pam/failure.ts';
import type { Server } from '../../core/connections/server.ts';
import { askForConnection, askForSecrets, isLoopback } from './prompts.ts';

/**
 * `pamSessions.addConnection` with an argument, as another extension calls it: a person agrees first, unless the
 * server is this machine or a test runs. Rejects with `InvalidConnection` or `PamFailure`, and then stores nothing.
 */
export async function addGivenConnection(servers: Servers, argument: unknown, isTest: boolean): Promise<string> {
  const connection = readNewConnection(argument);
  const { host, hostname } = new URL(connection.baseUrl);
  if (!isTest && !isLoopback(hostname) && !(await agreed(host))) {
    throw new PamFailure('cancelled');
  }
  return servers.add(connection);
}

/** The same by asking a person for everything. Rejects with `Dismissed` or `PamFailure`. */
export async function addAskedConnection(servers: Servers): Promise<string> {
  return addVerified(servers, await askForConnection());
}

/** Asks for the secrets of a connection again. Rejects with `Dismissed` or `PamFailure`. */
export async function signIn(servers: Servers, { connection }: Server): Promise<void> {
  const secrets = await askForSecrets(connection.auth.kind);
  const auth = { ...connection.auth, ...secrets } as NewConnection['auth'];
  await addVerified(servers, { ...connection, auth, verify: true });
}

function addVerified(servers: Servers, connection: NewConnection): Promise<string> {
  const title = l10n.t('Checking the connection to {0}…', new URL(connection.baseUrl).host);
  return Promise.resolve(
    window.withProgress({ location: ProgressLocation.Notification, title }, () => servers.add(connection)),
  );
}

async function agreed(host: string): Promise<boolean> {
  const add = l10n.t('Add Connection');
  const question = l10n.t('Another extension wants to add a PAM connection to {0}.', host);
  const detail = l10n.t('PAM Sessions will send the credentials that it was given to this host.');
  return (await window.showWarningMessage(question, { modal: true, detail }, add)) === add;
}

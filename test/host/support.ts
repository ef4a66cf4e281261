import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import * as vscode from 'vscode';
import type { PamSessionsApi } from '../../src/host/pamSessionsApi.ts';
import type { FailureCode } from '../../src/core/failure.ts';
import { canary } from '../pam-server/canary.ts';
import { startPamServer, type PamServer } from '../pam-server/server.ts';
import type { PamServerOptions } from '../pam-server/options.ts';

const extensionId = 'pam-sessions.pam-sessions';

/** The extension's public API, as another extension gets it. */
export async function publicApi(): Promise<PamSessionsApi> {
  const extension = vscode.extensions.getExtension<PamSessionsApi>(extensionId);
  assert.ok(extension, `${extensionId} is not installed in this VS Code`);
  return extension.activate();
}

/** A server for one test; it ends with the test that `use` was called in. */
export function servers() {
  const started: PamServer[] = [];
  afterEach(async () => {
    await Promise.all(started.splice(0).map((server) => server.close()));
    await vscode.workspace
      .getConfiguration('pamSessions')
      .update('connections', undefined, vscode.ConfigurationTarget.Global);
  });
  return {
    async use(options: PamServerOptions = {}): Promise<PamServer> {
      const server = await startPamServer(options);
      started.push(server);
      return server;
    },
  };
}

/** The argument that `pamSessions.addConnection` takes for a server, with OAuth 2.0 unless told otherwise. */
export function connectionTo(server: PamServer, changes: Readonly<Record<string, unknown>> = {}) {
  const auth = { kind: 'oauth2', ...server.credentials.oauth2 };
  return { name: 'Test', baseUrl: server.url, flavour: 'v4', auth, ...changes };
}

/** The id of the session at a position of a server's list; ids have gaps. */
export function idAt(server: PamServer, index: number): string {
  return String(server.record(index)['id']);
}

/** OAuth 1.0 in place of 2.0, for `connectionTo`. */
export function oauth1(server: PamServer) {
  return { auth: { kind: 'oauth1', ...server.credentials.oauth1 } };
}

/** Adds a connection as another extension does; resolves to its id. */
export async function addConnection(argument: unknown): Promise<string> {
  const id = await vscode.commands.executeCommand('pamSessions.addConnection', argument);
  assert.ok(typeof id === 'string' && id !== '', 'addConnection returns the id of the connection');
  return id;
}

/** Signs out as whoever does not want to be asked: dialogs cannot be answered here. */
export async function signOut(): Promise<void> {
  const settings = vscode.workspace.getConfiguration('pamSessions');
  await settings.update('confirmSignOut', false, vscode.ConfigurationTarget.Global);
  await vscode.commands.executeCommand('pamSessions.signOut');
  await settings.update('confirmSignOut', undefined, vscode.ConfigurationTarget.Global);
}

/** Asserts that `work` fails with this code of the catalogue, and with a message a person can read. */
export async function failsWith(code: FailureCode, work: () => PromiseLike<unknown>): Promise<void> {
  await assert.rejects(
    async () => work(),
    (error: unknown) => {
      assert.ok(error instanceof Error && 'code' in error, `no failure of ours: ${String(error)}`);
      assert.equal(error.code, code);
      assert.match(error.message, /\w+ \w+/, 'a sentence');
      assert.doesNotMatch(inspect(error, { depth: Infinity, showHidden: true }), new RegExp(canary), 'no secret');
      return true;
    },
  );
}

/** Waits for something that another process or socket is about to make true; mocha's timeout is the limit. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

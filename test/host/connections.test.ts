import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PamServer } from '../pam-server/server.ts';
import { addConnection, connectionTo, failsWith, idAt, oauth1, publicApi, servers, signOut, until } from './support.ts';

const settings = () => vscode.workspace.getConfiguration('pamSessions');

type Entry = Readonly<Record<string, unknown>>;

const repointings: readonly (readonly [string, (entry: Entry, other: PamServer) => Entry])[] = [
  ['the base URL is repointed', (entry, other) => ({ ...entry, baseUrl: other.url })],
  [
    'the token URL is repointed',
    (entry, other) => ({ ...entry, auth: { kind: 'oauth2', tokenUrl: `${other.url}/iso/oauth2/token` } }),
  ],
  [
    'the base URL is repointed but for the token URL',
    (entry, other) => ({
      ...entry,
      baseUrl: other.url,
      auth: { kind: 'oauth2', tokenUrl: `${String(entry['baseUrl'])}/iso/oauth2/token` },
    }),
  ],
];

describe('connections', () => {
  const pam = servers();

  it('are added by other extensions, and listed without their secrets', async () => {
    const [api, server] = [await publicApi(), await pam.use()];
    const id = await addConnection(connectionTo(server, { id: 'one', baseUrl: `${server.url}/` }));
    assert.equal(id, 'one');
    assert.deepEqual(api.connections(), [{ id: 'one', name: 'Test', baseUrl: server.url, signedIn: true }]);
  });

  it('leave no secret in the settings, whichever way they sign in', async () => {
    const server = await pam.use({ flavour: 'v3' });
    await addConnection(connectionTo(server, { flavour: 'v3' }));
    await addConnection(connectionTo(server, { flavour: 'v3', ...oauth1(server) }));
    const written = JSON.stringify(settings().inspect('connections'));
    const { oauth1: signature, oauth2: client } = server.credentials;
    const secrets = [...Object.values<string>({ ...signature }), ...Object.values<string>({ ...client })];
    for (const secret of secrets) {
      assert.ok(!written.includes(JSON.stringify(secret).slice(1, -1)), 'a secret stands in the settings');
    }
  });

  it('replace the one that has the same id, and get an id of their own without one', async () => {
    const [api, server] = [await publicApi(), await pam.use()];
    await addConnection(connectionTo(server, { id: 'one' }));
    await addConnection(connectionTo(server, { id: 'one', name: 'Renamed' }));
    const other = await addConnection(connectionTo(server));
    assert.deepEqual(
      api.connections().map(({ id, name }) => [id, name]),
      [
        ['one', 'Renamed'],
        [other, 'Test'],
      ],
    );
  });

  it('are not stored when the server refuses them', async () => {
    const [api, server] = [await publicApi(), await pam.use()];
    const auth = { kind: 'oauth2', clientId: server.credentials.oauth2.clientId, clientSecret: 'wrong' };
    await failsWith('clientAuthenticationFailed', () => addConnection(connectionTo(server, { id: 'bad', auth })));
    assert.deepEqual(api.connections(), []);
    assert.deepEqual(settings().get('connections'), []);
  });

  it('are stored without asking the server when told so', async () => {
    const server = await pam.use();
    await addConnection(connectionTo(server, { verify: false }));
    assert.equal(server.requests.length, 0);
  });

  it('find out the flavour of the server, without asking for the list', async () => {
    for (const flavour of ['v4', 'v3', 'legacy'] as const) {
      const server = await pam.use({ flavour });
      const id = await addConnection(connectionTo(server, { flavour: 'detect' }));
      const entries = settings().get<{ id: string; flavour: string }[]>('connections', []);
      assert.equal(entries.find((entry) => entry.id === id)?.flavour, flavour);
      assert.ok(server.requests.every(({ kind }) => kind !== 'list'));
    }
  });

  it('name the field that is wrong, and never its value', async () => {
    const server = await pam.use();
    const argument = connectionTo(server, { baseUrl: 'ftp://secret.example' });
    await assert.rejects(addConnection(argument), (error: Error) => {
      assert.match(error.message, /baseUrl/);
      assert.doesNotMatch(error.message, /secret\.example/);
      return true;
    });
  });

  it('are signed out for good: no secret, no list, and what was loaded is gone', async () => {
    const [api, server] = [await publicApi(), await pam.use()];
    await addConnection(connectionTo(server, { id: 'one' }));
    await api.listSessions();
    await signOut();
    assert.equal(api.connections()[0]?.signedIn, false);
    const asked = server.requests.length;
    await failsWith('signedOut', () => api.listSessions());
    await failsWith('signedOut', () => api.getSession({ id: '1' }));
    assert.equal(server.requests.length, asked, 'nothing is asked without secrets');
  });

  for (const [what, repointed] of repointings) {
    it(`send secrets and tokens to no other server when ${what} in the settings`, async () => {
      const [api, server, other] = [await publicApi(), await pam.use(), await pam.use()];
      await addConnection(connectionTo(server, { id: 'one' }));
      // A token and a list are at hand, and a session is shown.
      await api.listSessions();
      await vscode.commands.executeCommand('pamSessions.openSession', idAt(server, 0));
      const asked = server.requests.length;
      const [entry = {}] = settings().get<Entry[]>('connections', []);
      await changed(() =>
        settings().update('connections', [repointed(entry, other)], vscode.ConfigurationTarget.Global),
      );
      await failsWith('credentialsForAnotherServer', () => api.getSession({ id: '1' }));
      await failsWith('credentialsForAnotherServer', () => api.listSessions());
      await failsWith('credentialsForAnotherServer', () => api.listSessions({ refresh: true }));
      await vscode.commands.executeCommand('pamSessions.refresh');
      await vscode.commands.executeCommand('pamSessions.openSession', '1');
      assert.deepEqual([other.requests.length, server.requests.length], [0, asked]);
      await changed(() => settings().update('connections', [entry], vscode.ConfigurationTarget.Global));
      assert.equal((await api.listSessions()).total, 200, 'the secrets are still good where they belong');
    });
  }

  it('keep their list and what is open of them when they are only called otherwise', async () => {
    const [api, server] = [await publicApi(), await pam.use()];
    await addConnection(connectionTo(server, { id: 'one' }));
    await api.listSessions();
    await vscode.commands.executeCommand('pamSessions.openSession', idAt(server, 0));
    const asked = server.requests.length;
    const [entry] = settings().get<Record<string, unknown>[]>('connections', []);
    const renamed = [{ ...entry, name: 'Renamed', timeZone: 'America/Sao_Paulo' }];
    await settings().update('connections', renamed, vscode.ConfigurationTarget.Global);
    await until(() => api.connections()[0]?.name === 'Renamed');
    await api.listSessions();
    assert.equal(server.requests.length, asked);
  });
});

/** Changes the settings and waits until VS Code tells of it. */
async function changed(change: () => PromiseLike<void>): Promise<void> {
  const told = new Promise<void>((resolve) => {
    const subscription = vscode.workspace.onDidChangeConfiguration(() => {
      subscription.dispose();
      resolve();
    });
  });
  await change();
  await told;
}

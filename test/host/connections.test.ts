import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { addConnection, connectionTo, failsWith, idAt, oauth1, publicApi, servers, until } from './support.ts';

const settings = () => vscode.workspace.getConfiguration('pamSessions');

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
    await vscode.commands.executeCommand('pamSessions.signOut');
    assert.equal(api.connections()[0]?.signedIn, false);
    const asked = server.requests.length;
    await failsWith('signedOut', () => api.listSessions());
    await failsWith('signedOut', () => api.getSession({ id: '1' }));
    assert.equal(server.requests.length, asked, 'nothing is asked without secrets');
  });

  it('send secrets to the server they were given for, and to no other', async () => {
    const [api, server, other] = [await publicApi(), await pam.use(), await pam.use()];
    await addConnection(connectionTo(server, { id: 'one' }));
    const [entry] = settings().get<Record<string, unknown>[]>('connections', []);
    const moved = [{ ...entry, baseUrl: other.url }];
    const changed = new Promise<void>((resolve) => {
      const subscription = vscode.workspace.onDidChangeConfiguration(() => {
        subscription.dispose();
        resolve();
      });
    });
    await settings().update('connections', moved, vscode.ConfigurationTarget.Global);
    await changed;
    await failsWith('credentialsForAnotherServer', () => api.getSession({ id: '1' }));
    assert.equal(other.requests.length, 0);
  });

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

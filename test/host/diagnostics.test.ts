import assert from 'node:assert/strict';
import { hostname, userInfo } from 'node:os';
import * as vscode from 'vscode';
import { addConnection, connectionTo, idAt, oauth1, publicApi, servers } from './support.ts';

describe('diagnostics', () => {
  const pam = servers();

  it('are copied without secrets, names, hosts and sessions', async () => {
    const [api, server] = [await publicApi(), await pam.use({ sessions: 20 })];
    const first = await addConnection(connectionTo(server, { name: 'Canary', referer: 'https://canary.example.com/' }));
    const second = await addConnection(connectionTo(server, { name: 'Canary', ...oauth1(server) }));
    const { sessions } = await api.listSessions({ connection: first });
    await api.getSession({ connection: second, id: idAt(server, 0) });
    await assert.rejects(async () => api.getSession({ connection: second, id: '999999999' }));
    await vscode.commands.executeCommand('pamSessions.copyDiagnostics');
    const report = await vscode.env.clipboard.readText();
    for (const line of [
      '## Connection 2',
      '- list: 20 sessions, complete',
      '- referer: yes',
      '/api/pam/session/remotesessions/{id}: sessionNotFound',
    ]) {
      assert.ok(report.includes(line), `${line}\n--\n${report}`);
    }
    const { oauth1: signature, oauth2: client } = server.credentials;
    const told = sessions.flatMap(({ id, sessionId, user, device, credential }) => [
      id,
      sessionId,
      user,
      device,
      credential,
    ]);
    const forbidden = [
      ...Object.values<string>({ ...signature }),
      ...Object.values<string>({ ...client }),
      ...told.filter((value) => value.length > 3),
      ...[first, second, 'Canary', 'canary.example.com', '127.0.0.1', '999999999'],
      ...[hostname(), userInfo().homedir].filter((value) => value.length > 3),
    ];
    assert.deepEqual(
      forbidden.filter((value) => report.includes(value)),
      [],
      report,
    );
  });
});

import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import * as vscode from 'vscode';
import { secretQuestions } from '../../src/host/connections/wizard/secretQuestions.ts';
import { formsOf } from '../leak/forms.ts';
import { canary } from '../pam-server/canary.ts';
import { addConnection, connectionTo, idAt, oauth1, publicApi, servers } from './support.ts';

/** Commands that put something on the clipboard without a question. */
const copying = ['pamSessions.copySessionId', 'pamSessions.copyDiagnostics'];

describe('secrets', () => {
  const pam = servers();

  it('are in nothing that other extensions get, nor in the settings', async () => {
    const [api, server] = [await publicApi(), await pam.use({ sessions: 5 })];
    await addConnection(connectionTo(server));
    const second = await addConnection(connectionTo(server, oauth1(server)));
    const given = [
      vscode.extensions.getExtension('pam-sessions.pam-sessions'),
      api,
      api.connections(),
      await api.listSessions(),
      await api.listSessions({ connection: second }),
      await api.getSession({ id: idAt(server, 0), connection: second }),
      vscode.workspace.getConfiguration('pamSessions').inspect('connections'),
    ];
    given.forEach((value) =>
      holdsNoSecret(inspect(value, { depth: Infinity, showHidden: true, maxStringLength: Infinity })),
    );
  });

  it('are in nothing that a command copies', async () => {
    const server = await pam.use({ sessions: 5 });
    await addConnection(connectionTo(server));
    await vscode.commands.executeCommand('pamSessions.openSession', idAt(server, 0));
    const commands = await vscode.commands.getCommands(true);
    for (const command of copying.filter((each) => commands.includes(each))) {
      await vscode.env.clipboard.writeText('');
      await vscode.commands.executeCommand(command);
      const copied = await vscode.env.clipboard.readText();
      assert.notEqual(copied, '', command);
      holdsNoSecret(copied);
    }
  });

  it('are masked while they are typed, but for the two that only name the client', () => {
    const baseUrl = 'https://pam.example.com';
    const oauth2 = secretQuestions({ baseUrl, auth: { kind: 'oauth2', clientAuthentication: 'body' } });
    const questions = [...oauth2, ...secretQuestions({ baseUrl, auth: { kind: 'oauth1' } })];
    const readable = questions.filter(({ isSecret }) => isSecret !== true).map(({ field }) => field);
    assert.deepEqual(readable, ['clientId', 'consumerKey']);
    assert.equal(questions.length, 6);
  });
});

function holdsNoSecret(text: string): void {
  assert.deepEqual(
    formsOf(canary).filter((form) => text.includes(form)),
    [],
  );
}

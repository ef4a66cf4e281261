import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { addConnection, connectionTo, failsWith, idAt, publicApi, servers } from './support.ts';

describe('a session handed to a ticket', () => {
  const pam = servers();

  const set = (setting: string, value: unknown) =>
    vscode.workspace.getConfiguration('pamSessions').update(setting, value, vscode.ConfigurationTarget.Global);
  const copyNote = (argument: unknown) => vscode.commands.executeCommand('pamSessions.copyTicketNote', argument);

  afterEach(() => set('ticketNote.template', undefined));

  it('is a note, which is copied and returned, with the list loaded or not', async () => {
    const [api, server] = [await publicApi(), await pam.use()];
    const connection = await addConnection(connectionTo(server, { timeZone: 'UTC' }));
    const id = idAt(server, 3);
    const { sessionId, user } = await api.getSession({ connection, id });
    for (const load of [false, true]) {
      if (load) await api.listSessions({ connection });
      await vscode.env.clipboard.writeText('as before');
      const note = await copyNote({ connection, id });
      assert.ok(typeof note === 'string');
      assert.equal(await vscode.env.clipboard.readText(), note);
      assert.match(note, new RegExp(`^PAM session ${id} `));
      assert.ok(note.includes(`Session ID: ${sessionId}`));
      assert.ok(note.includes(`/session/${id}?connection=Test&session=${sessionId.slice(0, 12)}`));
      await set('ticketNote.template', '{id}|{user}|{start.local}');
      assert.match(String(await copyNote({ connection, id })), new RegExp(`^${id}\\|.+\\|\\d{4}-`));
      await set('ticketNote.template', undefined);
    }
    assert.notEqual(user, '');
  });

  it('is refused with a clear error where an argument means no session', async () => {
    const server = await pam.use();
    const connection = await addConnection(connectionTo(server));
    await vscode.env.clipboard.writeText('as before');
    for (const argument of ['540', 540, {}, { connection }, { id: '1' }, { connection: 1, id: '1' }, [], true]) {
      await assert.rejects(async () => copyNote(argument), /\{ connection, id \}/, JSON.stringify(argument));
    }
    await failsWith('unknownConnection', () => copyNote({ connection: 'nobody', id: '1' }));
    await failsWith('unexpectedIdentifier', () => copyNote({ connection, id: 'e7acacb6' }));
    await failsWith('sessionNotFound', () => copyNote({ connection, id: '999999' }));
    await set('ticketNote.template', '{usr}');
    await assert.rejects(
      async () => copyNote({ connection, id: idAt(server, 0) }),
      /\{usr\} \(the nearest is \{user\}\)/,
    );
    assert.equal(await vscode.env.clipboard.readText(), 'as before');
  });

  it('is shown as it would be copied, and again when the template changes', async () => {
    const [api, server] = [await publicApi(), await pam.use()];
    const connection = await addConnection(connectionTo(server));
    await api.listSessions({ connection });
    await vscode.commands.executeCommand('pamSessions.openSession', { connection, id: idAt(server, 1) });
    await vscode.commands.executeCommand('pamSessions.previewTicketNote');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.getText(), await copyNote({ connection, id: idAt(server, 1) }));
    const changed = new Promise<void>((resolve) => {
      const subscription = vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document === document) {
          subscription.dispose();
          resolve();
        }
      });
    });
    await set('ticketNote.template', 'Only {id}');
    await changed;
    assert.equal(document?.getText(), `Only ${idAt(server, 1)}`);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is JSON, or a table of Markdown', async () => {
    const [api, server] = [await publicApi(), await pam.use()];
    const connection = await addConnection(connectionTo(server));
    const id = idAt(server, 2);
    await vscode.commands.executeCommand('pamSessions.openSession', { connection, id });
    await vscode.commands.executeCommand('pamSessions.copyJson');
    const copied: unknown = JSON.parse(await vscode.env.clipboard.readText());
    assert.deepEqual(copied, await api.getSession({ connection, id }));
    await vscode.commands.executeCommand('pamSessions.copyMarkdownTable');
    const lines = (await vscode.env.clipboard.readText()).split('\n');
    assert.equal(lines.length, 3);
    assert.match(lines[2] ?? '', new RegExp(`^\\| ${id} \\|`));
  });
});

import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import { addConnection, connectionTo, idAt, publicApi, servers, signOut, until } from './support.ts';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('commands', () => {
  const pam = servers();

  it('of package.json are all there, and no others', async () => {
    await publicApi();
    const manifest = vscode.extensions.getExtension('pam-sessions.pam-sessions')?.packageJSON as Manifest;
    const contributed = manifest.contributes.commands.map(({ command }) => command).toSorted();
    const registered = (await vscode.commands.getCommands(true)).filter((command) =>
      command.startsWith('pamSessions.'),
    );
    const own = registered.filter((command) => !command.startsWith('pamSessions.sessions.'));
    assert.deepEqual(own.toSorted(), contributed);
  });

  it('open one session by its id in a panel, and another one in the same panel', async () => {
    const server = await pam.use();
    await addConnection(connectionTo(server));
    for (const id of [idAt(server, 0), idAt(server, 1)]) {
      await vscode.commands.executeCommand('pamSessions.openSession', id);
      await tabsBecome([`Session ${id}`]);
    }
    assert.ok(server.requests.some(({ path }) => path.endsWith(`/remotesessions/${idAt(server, 1)}`)));
  });

  it('open a session to the side, and the next one where a person was last', async () => {
    const [api, server] = [await publicApi(), await pam.use()];
    await addConnection(connectionTo(server));
    const [first, second, third] = [idAt(server, 0), idAt(server, 1), idAt(server, 2)];
    await vscode.commands.executeCommand('pamSessions.openSession', first);
    await vscode.commands.executeCommand('pamSessions.openSessionToSide', second);
    await tabsBecome([`Session ${first}`, `Session ${second}`]);
    await vscode.commands.executeCommand('pamSessions.openSession', third);
    await tabsBecome([`Session ${first}`, `Session ${third}`]);
    await vscode.commands.executeCommand('pamSessions.copySessionId');
    const { sessionId } = await api.getSession({ id: third });
    assert.equal(await vscode.env.clipboard.readText(), sessionId);
  });

  it('close what was shown when its connection is signed out', async () => {
    const server = await pam.use();
    await addConnection(connectionTo(server));
    await vscode.commands.executeCommand('pamSessions.openSession', idAt(server, 0));
    await vscode.commands.executeCommand('pamSessions.openSessionToSide', idAt(server, 1));
    await vscode.commands.executeCommand('pamSessions.openAsTable');
    await tabsBecome([`Session ${idAt(server, 0)}`, `Session ${idAt(server, 1)}`, 'Sessions: Test']);
    await signOut();
    await tabsBecome([]);
  });

  it('leave open what is shown of a connection that is changed, and fetch it again', async () => {
    const server = await pam.use();
    const id = await addConnection(connectionTo(server));
    await vscode.commands.executeCommand('pamSessions.openSession', idAt(server, 0));
    const fetches = () => server.requests.filter(({ kind }) => kind === 'one').length;
    const before = fetches();
    await addConnection(connectionTo(server, { id, referer: 'https://tools.example.com/', verify: false }));
    await until(() => fetches() > before);
    await tabsBecome([`Session ${idAt(server, 0)}`]);
  });

  it('copy the Session ID of the session in front', async () => {
    const [api, server] = [await publicApi(), await pam.use()];
    await addConnection(connectionTo(server));
    const id = idAt(server, 2);
    await vscode.commands.executeCommand('pamSessions.openSession', id);
    await vscode.commands.executeCommand('pamSessions.copySessionId');
    const { sessionId } = await api.getSession({ id });
    assert.equal(await vscode.env.clipboard.readText(), sessionId);
  });

  it('copy the IDs of the session in front, never of what is selected in the tree', async () => {
    const server = await pam.use();
    const connection = await addConnection(connectionTo(server));
    const [shown, selected] = [idAt(server, 30), idAt(server, 31)];
    await vscode.commands.executeCommand('pamSessions.revealInTree', { connection, id: selected });
    await vscode.commands.executeCommand('pamSessions.openSession', shown);
    await vscode.commands.executeCommand('pamSessions.copyId');
    assert.equal(await vscode.env.clipboard.readText(), shown);
  });

  it('reveal a session in the tree, of whichever server, loaded or not, and copy it from there', async () => {
    const [api, first, second] = [await publicApi(), await pam.use({ sessions: 500 }), await pam.use({ seed: 2 })];
    const connections = [await addConnection(connectionTo(first)), await addConnection(connectionTo(second))] as const;
    for (const [server, connection] of [
      [first, connections[0]],
      [second, connections[1]],
    ] as const) {
      const id = idAt(server, 30);
      await vscode.commands.executeCommand('workbench.view.explorer');
      await vscode.commands.executeCommand('pamSessions.revealInTree', { connection, id });
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.commands.executeCommand('pamSessions.copySessionId');
      const { sessionId } = await api.getSession({ connection, id });
      assert.equal(await vscode.env.clipboard.readText(), sessionId);
    }
  });

  it('reveal a session in the tree where a person has put that, though another view hides it', async () => {
    const [api, server] = [await publicApi(), await pam.use()];
    const connection = await addConnection(connectionTo(server));
    const id = idAt(server, 40);
    const moveTo = (destinationId: string) =>
      vscode.commands.executeCommand('vscode.moveViews', { viewIds: ['pamSessions.sessions'], destinationId });
    await moveTo('workbench.view.explorer');
    await vscode.commands.executeCommand('workbench.view.search');
    await vscode.commands.executeCommand('pamSessions.revealInTree', { connection, id });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('pamSessions.copySessionId');
    await moveTo('workbench.view.extension.pamSessions');
    const { sessionId } = await api.getSession({ connection, id });
    assert.equal(await vscode.env.clipboard.readText(), sessionId);
  });

  it('copy nothing of a session that the list lacks', async () => {
    const server = await pam.use({ sessions: 5 });
    const connection = await addConnection(connectionTo(server));
    await vscode.commands.executeCommand('pamSessions.revealInTree', { connection, id: idAt(server, 0) });
    await vscode.env.clipboard.writeText('as before');
    await vscode.commands.executeCommand('pamSessions.copySessionId', { connection, id: '99999' });
    await vscode.commands.executeCommand('pamSessions.copySessionId', 'no session');
    assert.equal(await vscode.env.clipboard.readText(), 'as before');
  });

  it('refresh the list', async () => {
    const [api, server] = [await publicApi(), await pam.use({ sessions: 10 })];
    await addConnection(connectionTo(server));
    assert.equal((await api.listSessions()).total, 10);
    server.configure({ sessions: 12 });
    await vscode.commands.executeCommand('pamSessions.refresh');
    assert.equal((await api.listSessions()).total, 12);
  });
});

/** Waits until the open tabs are these; mocha's timeout is the limit. */
async function tabsBecome(labels: readonly string[]): Promise<void> {
  const are = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
  while (!isDeepStrictEqual(are(), labels)) {
    await new Promise<void>((resolve) => {
      const subscription = vscode.window.tabGroups.onDidChangeTabs(() => {
        subscription.dispose();
        resolve();
      });
    });
  }
}

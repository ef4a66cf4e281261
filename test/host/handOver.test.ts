import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { addConnection, connectionTo, failsWith, idAt, publicApi, servers, until } from './support.ts';

describe('a session handed to a ticket', () => {
  const pam = servers();

  const set = (setting: string, value: unknown) =>
    vscode.workspace.getConfiguration('pamSessions').update(setting, value, vscode.ConfigurationTarget.Global);
  const copyNote = (argument: unknown) => vscode.commands.executeCommand('pamSessions.copyTicketNote', argument);

  // A tree that is seen loads the list of its connection by itself.
  before(() => vscode.commands.executeCommand('workbench.view.explorer'));

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

  it('is copied from the menu of its panel, though no list is loaded', async () => {
    const [api, server] = [await publicApi(), await pam.use()];
    const connection = await addConnection(connectionTo(server));
    const id = idAt(server, 4);
    await vscode.commands.executeCommand('pamSessions.openSession', { connection, id });
    await vscode.commands.executeCommand('pamSessions.copySessionId', { connection, id, webviewSection: 'session' });
    assert.equal(await vscode.env.clipboard.readText(), (await api.getSession({ connection, id })).sessionId);
    assert.ok(server.requests.every(({ kind }) => kind !== 'list'));
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

  describe('as a link', () => {
    const confirmed = (value: unknown) =>
      vscode.workspace
        .getConfiguration('extensions')
        .update('confirmedUriHandlerExtensionIds', value, vscode.ConfigurationTarget.Global);
    const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
    /** Opens a link as a click on it does; VS Code tells its extension of it and does not wait. */
    const follow = (link: string) => vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(link));

    before(() => confirmed(['pam-sessions.pam-sessions']));
    after(() => confirmed(undefined));
    afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

    async function copyLink(connection: string, id: string): Promise<string> {
      await vscode.commands.executeCommand('pamSessions.copyLink', { connection, id, webviewSection: 'session' });
      return vscode.env.clipboard.readText();
    }

    it('opens the session of the connection with that name, whatever that is', async () => {
      const server = await pam.use();
      const name = 'A&B=C#1+%2F "Prod" &session=x';
      const connection = await addConnection(connectionTo(server, { name }));
      const id = idAt(server, 5);
      const link = await copyLink(connection, id);
      assert.ok(
        link.startsWith(`${vscode.env.uriScheme}://pam-sessions.pam-sessions/session/${id}?connection=A%26B%3D`),
      );
      await follow(link);
      await until(() => tabs().length > 0);
      assert.deepEqual(tabs(), [`Session ${id}`]);
    });

    it('opens nothing and asks no server where it is not as it was copied', async () => {
      const server = await pam.use();
      const connection = await addConnection(connectionTo(server));
      const [id, other] = [idAt(server, 5), idAt(server, 6)];
      const link = await copyLink(connection, other);
      const start = /session=(\w+)$/.exec(link)?.[1] ?? '';
      const place = `${vscode.env.uriScheme}://pam-sessions.pam-sessions`;
      const hostile = [
        `${place}/session/${id}?connection=Test&session=${start}&host=${encodeURIComponent(server.url)}`,
        `${place}/session/${id}?connection=Test&host=x&session=${start}`,
        `${place}/session/${id}?connection=Nobody&session=${start}`,
        `${place}/session/${id}?connection=${encodeURIComponent(connection)}&session=${start}`,
        `${place}/session/${id}?connection=Test&session=`,
        `${place}/session/${id}?connection=Te%2573t&session=${start}`,
        `${place}/session/${id}?connection=Test&session=${start}#x`,
        `${place}/session/${id}/../${id}?connection=Test&session=${start}`,
        `${place}/session/%2535?connection=Test&session=${start}`,
        `${place}/sessions/${id}?connection=Test&session=${start}`,
        `${place}/session/..?connection=Test&session=${start}`,
        place,
      ];
      const before = server.requests.length;
      for (const each of hostile) await follow(each);
      await follow(link);
      await until(() => tabs().length > 0);
      assert.deepEqual(tabs(), [`Session ${other}`]);
      const asked = server.requests.slice(before).filter(({ kind }) => kind === 'one' || kind === 'list');
      assert.ok(asked.length > 0 && asked.every(({ path }) => path.endsWith(`/${other}`)));
    });

    it("shows nothing of another server's session with the same number", async () => {
      const [mine, theirs] = [await pam.use({ seed: 1 }), await pam.use({ seed: 2 })];
      const id = idAt(mine, 5);
      const connection = await addConnection(connectionTo(mine));
      const good = await copyLink(connection, id);
      const start = String(theirs.record(5)['session_id']).slice(0, 12);
      const link = good.replace(/session=\w+$/, `session=${start}`);
      assert.notEqual(link, good);
      const one = () => mine.requests.filter(({ kind }) => kind === 'one').length;
      const before = one();
      await follow(link);
      await until(() => one() > before);
      await follow(good);
      await until(() => tabs().length > 0);
      assert.equal(one(), before + 3, 'the wrong one was fetched once, the right one for the link and for its tab');
    });
  });

  describe('is recognised in text', () => {
    afterEach(() => set('sessionIdsInText', undefined));

    async function hovers(document: vscode.TextDocument, offset: number): Promise<readonly string[]> {
      const found: readonly vscode.Hover[] = await vscode.commands.executeCommand(
        'vscode.executeHoverProvider',
        document.uri,
        document.positionAt(offset),
      );
      const texts = found.flatMap(({ contents }) => contents);
      return texts.flatMap((each) =>
        each instanceof vscode.MarkdownString ? [each.value.replaceAll('&nbsp;', ' ')] : [],
      );
    }

    it('by a hover in a document of any language, while its list is loaded, and asks no server', async () => {
      const [api, server] = [await publicApi(), await pam.use()];
      const connection = await addConnection(connectionTo(server));
      const { sessionId, user } = await api.getSession({ connection, id: idAt(server, 5) });
      const content = `ticket: ${sessionId} and ${sessionId.slice(0, 9)}`;
      const document = await vscode.workspace.openTextDocument({ language: 'yaml', content });
      const before = server.requests.length;
      assert.deepEqual(await hovers(document, 12), []);
      assert.equal(server.requests.length, before, 'a text never loads a list');
      await api.listSessions({ connection });
      const loaded = server.requests.length;
      for (const offset of [12, content.length - 3]) {
        const [text = ''] = await hovers(document, offset);
        assert.match(text, new RegExp(`Session ${idAt(server, 5)}, `));
        assert.ok(text.replaceAll('\\', '').includes(user));
        assert.match(text, /\(command:pamSessions\.openSession\?/);
      }
      const settings = vscode.workspace.getConfiguration('pamSessions', { languageId: 'yaml' });
      await settings.update('sessionIdsInText', false, vscode.ConfigurationTarget.Global, true);
      assert.deepEqual(await hovers(document, 12), []);
      const other = await vscode.workspace.openTextDocument({ language: 'log', content });
      assert.equal((await hovers(other, 12)).length, 1);
      await settings.update('sessionIdsInText', undefined, vscode.ConfigurationTarget.Global, true);
      assert.equal(server.requests.length, loaded);
    });

    it('and what the server says of it is only text', async () => {
      const sessionId = sha1('hostile');
      const user = '[Free coffee](command:workbench.action.closeAllEditors) <b> $(flame) \u202e';
      const record = { id: '1', session_id: sessionId, user, device: 'www.attacker.example', protocol: 'ssh' };
      const [api, server] = [await publicApi(), await pam.use({ rows: [record] })];
      await api.listSessions({ connection: await addConnection(connectionTo(server)) });
      const document = await vscode.workspace.openTextDocument({ content: sessionId });
      const [text = ''] = await hovers(document, 3);
      assert.doesNotMatch(text, /\]\(command:workbench|(?<!\\)<b|www\.attacker|\u202e/);
      assert.match(text, /Free coffee/);
    });

    it('and not the hashes of a git log; of a long line only what is under the pointer is looked at', async () => {
      const [api, server] = [await publicApi(), await pam.use()];
      const connection = await addConnection(connectionTo(server));
      const { sessions } = await api.listSessions({ connection, limit: 1 });
      const commits = Array.from(
        { length: 300 },
        (_, at) => `commit ${sha1(String(at))} ${sha1(`a${at}`).slice(0, 9)}`,
      );
      const log = await vscode.workspace.openTextDocument({ content: commits.join('\n') });
      for (let at = 0; at < 300; at += 10) {
        assert.deepEqual(await hovers(log, at * 58 + 10), []);
        assert.deepEqual(await hovers(log, at * 58 + 52), []);
      }
      const filler = `${sha1('filler')} `.repeat(120_000);
      const content = `${filler}${sessions[0]?.sessionId ?? ''} ${filler.slice(0, 100)}`;
      const long = await vscode.workspace.openTextDocument({ content });
      assert.deepEqual(await hovers(long, 1000), []);
      assert.equal((await hovers(long, filler.length + 5)).length, 1);
    });
  });
});

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

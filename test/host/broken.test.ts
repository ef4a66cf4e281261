import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { addConnection, connectionTo, failsWith, idAt, publicApi, servers, until } from './support.ts';

type Entry = Readonly<Record<string, unknown>>;

const settings = () => vscode.workspace.getConfiguration('pamSessions');
const entries = () => structuredClone(settings().get<readonly Entry[]>('connections', []));
const write = (value: unknown) => settings().update('connections', value, vscode.ConfigurationTarget.Global);
const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));

describe('a connection with a wrong value in the settings', () => {
  const pam = servers();

  /** Connections one and two, on servers of their own; of one the list is loaded and a session open. */
  async function withTwo() {
    const [api, first, second] = [await publicApi(), await pam.use(), await pam.use()];
    await addConnection(connectionTo(first, { id: 'one', name: 'One' }));
    await addConnection(connectionTo(second, { id: 'two', name: 'Two' }));
    await api.listSessions({ connection: 'one' });
    await vscode.commands.executeCommand('pamSessions.openSession', { connection: 'one', id: idAt(first, 0) });
    const known = () =>
      api
        .connections()
        .map(({ id }) => id)
        .join();
    const become = async (value: unknown, expected: string) => {
      await write(value);
      await until(() => known() === expected);
    };
    return { api, first, second, become, good: entries() };
  }

  for (const [what, spoiled] of [
    ['an unknown flavour', (entry: Entry) => ({ ...entry, flavour: 'V4' })],
    ['an address without a scheme', (entry: Entry) => ({ ...entry, baseUrl: 'pam.example.com' })],
    ['an unknown time zone', (entry: Entry) => ({ ...entry, timeZone: 'Mars/Base' })],
    ['no id', (entry: Entry) => ({ ...entry, id: undefined })],
    ['nothing in its place', () => null],
  ] as const) {
    it(`is not asked, nor another in its place, for ${what}; mended, it goes on where it was`, async () => {
      const { api, first, second, become, good } = await withTwo();
      const [one = {}, two = {}] = good;
      const [asked, others] = [first.requests.length, second.requests.length];
      await become([spoiled(one), two], 'two');
      for (const connection of [undefined, 'one']) {
        await failsWith('unknownConnection', () => api.listSessions({ ...(connection && { connection }) }));
        await failsWith('unknownConnection', () => api.getSession({ id: '1', ...(connection && { connection }) }));
      }
      await vscode.commands.executeCommand('pamSessions.openSession', idAt(first, 0));
      assert.deepEqual([first.requests.length, second.requests.length], [asked, others]);
      assert.ok(tabs().includes(`Session ${idAt(first, 0)} (One)`), tabs().join());
      assert.equal((await api.listSessions({ connection: 'two' })).total, 200);
      await become(good, 'one,two');
      assert.equal(api.connections()[0]?.signedIn, true);
      await api.listSessions();
      assert.equal(first.requests.filter(({ kind }) => kind === 'list').length, 1, 'the list is the one from before');
    });
  }

  it('is named by the error, with the value that is wrong and what is allowed', async () => {
    const { api, become, good } = await withTwo();
    await become([{ ...good[0], flavour: 'V4' }, good[1]], 'two');
    await assert.rejects(
      api.listSessions(),
      /The settings of One are wrong\. flavour must be one of v4, v3, legacy, detect\./,
    );
  });

  it('is the whole setting where that is no list, over which nothing is written', async () => {
    const { api, become, good } = await withTwo();
    const wrong = { one: good[0] };
    await become(wrong, '');
    await assert.rejects(api.listSessions(), /pamSessions\.connections must be a list/);
    await assert.rejects(
      addConnection({ ...good[1], auth: { kind: 'oauth2', clientId: 'a', clientSecret: 'b' }, verify: false }),
    );
    assert.deepEqual(settings().get('connections'), wrong);
    await become(good, 'one,two');
    assert.equal((await api.listSessions()).total, 200);
  });

  it('is kept as it is while others are added', async () => {
    const { second, become, good } = await withTwo();
    const odd = [null, 'a text', { ...good[0], flavour: 'V4', note: ['kept'] }, { name: 'no id' }];
    await become([...odd, good[1]], 'two');
    await addConnection(connectionTo(second, { id: 'three' }));
    assert.deepEqual(entries().slice(0, 4), odd);
  });

  it('is shown in the settings', async () => {
    await withTwo();
    await vscode.commands.executeCommand('pamSessions.openSettings');
    const { document } = vscode.window.activeTextEditor ?? {};
    assert.match(document?.uri.path ?? '', /settings\.json$/);
    assert.match(document?.getText() ?? '', /pamSessions\.connections/);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});

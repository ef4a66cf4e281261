import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TreeItemCollapsibleState, window, type TreeItem } from 'vscode';
import { ConnectionEditor } from '../../src/core/connections/connectionEditor.ts';
import type { ConnectionsOptions } from '../../src/core/connections/connectionsOptions.ts';
import { Connections } from '../../src/core/connections/connections.ts';
import { columnsOf } from '../../src/core/output/export/columnsOf.ts';
import type { WriteOptions } from '../../src/core/output/export/writeOut.ts';
import { Vault } from '../../src/core/connections/vault.ts';
import type { LoadedList } from '../../src/core/connections/sessionStore.ts';
import type { GroupField } from '../../src/core/sessions/index/groupField.ts';
import { defaultGrouping } from '../../src/core/sessions/index/listView.ts';
import { defaultOrder } from '../../src/core/sessions/index/treeOrder.ts';
import { clientFactory } from '../../src/host/client/clientFactory.ts';
import { createClock } from '../../src/host/client/createClock.ts';
import { exportJob } from '../../src/host/export/exportJob.ts';
import { FilePlace } from '../../src/host/export/filePlace.ts';
import { RecentRequests } from '../../src/host/client/recentRequests.ts';
import type { GroupNode, TreeNode } from '../../src/host/tree/treeNode.ts';
import { SessionsProvider } from '../../src/host/tree/sessionsProvider.ts';
import { startPamServer, type PamServer } from '../pam-server/server.ts';
import { given, memoryMarks, memorySecrets, memorySettings } from '../unit/core/connections/fakes.ts';
import { until } from './support.ts';

const count = 300_000;
const ofOneDevice = 200_000;

/** Two protocols; one has a device with most of the sessions, the other as many devices as sessions, up to 2,000. */
function row(at: number): Readonly<Record<string, unknown>> {
  const isMany = at >= ofOneDevice;
  return {
    id: String(at + 1),
    session_id: at.toString(16).padStart(40, '0'),
    user: `operator${at % 500}`,
    credential: 'root',
    device: isMany ? `10.0.${at % 8}.${at % 250}:3389` : '10.9.9.9:22',
    protocol: isMany ? 'rdp' : 'ssh',
    start: `2025-01-${String(1 + (at % 28)).padStart(2, '0')} 10:00:00`,
    end: '2025-02-01 10:00:00',
    time: '00:10:00',
  };
}

describe('a list of 300,000 sessions', function () {
  // The stand-in server writes it in this very process.
  this.timeout(180_000);

  let pam: PamServer;
  let connections: Connections;
  let provider: SessionsProvider;
  let list: LoadedList;

  before(async () => {
    pam = await startPamServer({ rows: Array.from({ length: count }, (_, at) => row(at)), auth: 'oauth2' });
    const log = window.createOutputChannel('Long list', { log: true });
    const options: ConnectionsOptions = {
      setting: memorySettings(),
      vault: new Vault(memorySecrets(), memoryMarks()),
      createClient: clientFactory(log, new RecentRequests()),
      createClock,
      onProblem: (complaint) => log.warn(complaint),
    };
    connections = new Connections(options);
    const auth = { kind: 'oauth2', ...pam.credentials.oauth2 };
    await new ConnectionEditor(connections, options).add(given('long', { baseUrl: pam.url, auth, verify: false }));
    provider = new SessionsProvider(connections);
    list = await connections.get().store.load();
  });

  after(async () => {
    connections.dispose();
    await pam.close();
  });

  const children = (node?: TreeNode) => provider.getChildren(node);
  const labels = (nodes: readonly TreeNode[]) => nodes.map((node) => provider.getTreeItem(node).label);
  const group = (label: string, under?: TreeNode): GroupNode => {
    const found = children(under).find((node) => provider.getTreeItem(node).label === label);
    assert.ok(found !== undefined && 'group' in found, label);
    return found;
  };

  it('shows its protocols with their counts', () => {
    const shown = children().map((node) => provider.getTreeItem(node).description);
    assert.deepEqual(labels(children()), ['RDP', 'SSH']);
    assert.deepEqual(
      shown.map((text) => String(text).replace(/\D/g, '')),
      ['100000', '200000'],
    );
  });

  it('expands a device with most of them in batches, each row with an id of its own', () => {
    const device = group('10.9.9.9:22', group('SSH'));
    assert.equal(children(device).length, 201);
    const more = children(device).at(-1);
    assert.ok(more?.kind === 'more');
    provider.showMore(more);
    const items: readonly TreeItem[] = children(device).map((node) => provider.getTreeItem(node));
    assert.equal(items.length, 401);
    assert.equal(new Set(items.map(({ id }) => id)).size, 401);
    assert.ok(items.every(({ tooltip }) => tooltip === undefined));
  });

  it('expands a protocol with a thousand devices in batches', () => {
    const devices = children(group('RDP'));
    assert.deepEqual([devices.length, devices.at(-1)?.kind], [201, 'more']);
  });

  it('filters, and finds a session by its id and by its Session ID', () => {
    const { index } = list;
    assert.equal(index.filter('OPERATOR499').length, count / 500);
    assert.equal(index.filter('10.9.9.9').length, ofOneDevice);
    const row = index.rowOfId('123456');
    assert.equal(row === undefined ? '' : index.session(row).sessionId, (123_455).toString(16).padStart(40, '0'));
    assert.equal(index.rowsOfSessionId((123_455).toString(16).padStart(40, '0'))[0], row);
  });

  it('reveals a session far beyond the batch', () => {
    const node = provider.reveal(connections.get(), '150000');
    assert.ok(node?.parent?.kind === 'group');
    assert.ok(children(node.parent).some(({ id }) => id === node.id));
    assert.deepEqual([node.parent.group.value, node.parent.group.rows.length], ['10.9.9.9:22', ofOneDevice]);
  });

  it('is exported, and when that is cancelled midway leaves the file as it was and nothing beside it', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'pam-long-'));
    const file = path.join(folder, 'night.csv');
    await writeFile(file, 'old');
    const rows = list.index.filter('');
    const source = { connection: connections.get(), list, rows, query: '', queryAbsolute: '', evaluatedAt: 0 };
    const columns = columnsOf('csv', []);
    const choices = { format: 'csv', columns, hasMark: false, hasManifest: true, overwrite: true } as const;
    const exporting = (options: WriteOptions) =>
      new FilePlace(file).run(exportJob(source, { ...choices, file: 'night.csv', version: '' }, options));
    const cancelling = new AbortController();
    const cancelled = exporting({
      signal: cancelling.signal,
      onProgress: (written) => {
        if (written > count / 2) cancelling.abort();
      },
    });
    await assert.rejects(cancelled, { code: 'cancelled' });
    assert.deepEqual([await readdir(folder), await readFile(file, 'utf8')], [['night.csv'], 'old']);
    const { bytes } = await exporting({});
    const lines = (await readFile(file, 'utf8')).split('\r\n');
    assert.deepEqual([lines.length, (await stat(file)).size], [count + 2, bytes]);
    assert.deepEqual((await readdir(folder)).toSorted(), ['night.csv', 'night.csv.manifest.json']);
    await rm(folder, { recursive: true });
  });

  it('is regrouped by each field, and flat, and back', async () => {
    const { view } = connections.get();
    const countsBy = async (...fields: readonly GroupField[]) => {
      await view.setGrouping(fields);
      return children().map((node) => ('group' in node ? node.group.rows.length : 1));
    };
    const total = (counts: readonly number[]) => counts.reduce((sum, each) => sum + each, 0);
    // Behind these is the user of the session that was revealed.
    assert.deepEqual((await countsBy('user')).slice(0, 200), Array<number>(200).fill(count / 500));
    assert.deepEqual(await countsBy('credential', 'device'), [count]);
    assert.deepEqual(await countsBy('originIp'), [count]);
    assert.deepEqual(await countsBy('proxy'), [count]);
    assert.deepEqual(await countsBy('itsm'), [count]);
    assert.deepEqual(await countsBy('extra.no such field'), [count]);
    const days = await countsBy('day');
    assert.deepEqual([days.length, total(days)], [28, count]);
    assert.deepEqual(labels(children()).slice(0, 2), ['2025-01-28', '2025-01-27']);
    await view.setGrouping(['device', 'user'], {
      groups: 'count',
      sessions: { column: 'id', direction: 'ascending' },
    });
    assert.equal(labels(children())[0], '10.9.9.9:22');
    await view.setGrouping([]);
    const [first] = children();
    assert.ok(first?.kind === 'session');
    assert.equal(first.session.id, '1');
    await view.setGrouping(defaultGrouping, defaultOrder);
    assert.deepEqual(labels(children()).slice(-2), ['RDP', 'SSH']);
  });

  it('expands all of its groups at once, with few rows of each', () => {
    const before = new Set(children().map((node) => provider.getTreeItem(node).id));
    provider.expandAll(connections.all);
    const items = children().map((node) => provider.getTreeItem(node));
    assert.ok(items.every(({ collapsibleState }) => collapsibleState === TreeItemCollapsibleState.Expanded));
    // VS Code keeps a row collapsed that it knows.
    assert.ok(items.every(({ id }) => !before.has(id)));
    assert.ok(children(group('RDP')).every((node) => children(node).length < 50));
    assert.deepEqual([children(group('RDP')).length, children(group('SSH')).length], [201, 1]);
  });

  it('stays as it was when a refresh is cancelled midway, which may be looked at', async () => {
    const { store } = connections.get();
    const refreshing = store.load({ refresh: true });
    await until(() => store.state.kind === 'loading' && store.state.received.sessions > 1000);
    store.cancel();
    await assert.rejects(refreshing, { code: 'cancelled' });
    assert.equal(store.list, list);
    assert.deepEqual(labels(children()).slice(-2), ['RDP', 'SSH']);
    assert.ok(store.state.kind === 'failed' && store.state.partial !== undefined);
  });

  it('stays as it was when a refresh breaks off midway; what had arrived is shown when it is chosen', async () => {
    const { store } = connections.get();
    pam.fault = { kind: 'resetMidBody', times: 1 };
    await assert.rejects(store.load({ refresh: true }), { code: 'truncated' });
    assert.equal(store.list, list);
    const arrived = store.state.kind === 'failed' ? store.state.partial?.index.size : undefined;
    await store.keepPartial();
    assert.deepEqual([store.list.complete, store.list.index.size], [false, arrived]);
    assert.equal(children()[0]?.kind, 'incomplete');
    assert.equal((await store.load({ refresh: true })).index.size, count);
  });
});

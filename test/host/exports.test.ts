import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { commands } from 'vscode';
import type { Manifest } from '../../src/core/output/export/manifest.ts';
import { sessionKeys, type Session } from '../../src/core/sessions/session.ts';
import { addConnection, connectionTo, failsWith, publicApi, servers } from './support.ts';

const manifestKeys =
  'file format sha256 bytes rows columns query queryAbsolute evaluatedAt server flavour fetchedAt complete skipped duplicates replaced defused timeZone version';

describe('exports, as another extension asks for them', () => {
  const pam = servers();
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'pam-exports-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  const inFolder = (name: string) => path.join(folder, name);
  const exported = (argument: object) =>
    commands.executeCommand<{ readonly rows: number; readonly sha256: string }>('pamSessions.export', argument);
  const manifestOf = async (file: string) => JSON.parse(await readFile(`${file}.manifest.json`, 'utf8')) as Manifest;

  it('hold the sessions of the API in its order, in each format, with a manifest that speaks of them', async () => {
    const [api, server] = [await publicApi(), await pam.use({ sessions: 300 })];
    const connection = await addConnection(connectionTo(server, { flavour: 'detect', timeZone: 'America/Sao_Paulo' }));
    const query = 'is:ended -proxy:web after:-99w';
    const { sessions, total, fetchedAt } = await api.listSessions({ query, limit: 300 });
    assert.ok(sessions.length > 0 && sessions.length < total);
    for (const format of ['csv', 'json', 'ndjson'] as const) {
      const file = inFolder(`night.${format}`);
      const { rows, sha256 } = await exported({ connection, query, format, path: file });
      const bytes = await readFile(file);
      assert.equal(rows, sessions.length);
      assert.equal(sha256, createHash('sha256').update(bytes).digest('hex'));
      assert.deepEqual(read(format, bytes.toString()), format === 'csv' ? sessions.map(({ id }) => id) : sessions);
      const manifest = await manifestOf(file);
      assert.deepEqual(Object.keys(manifest), manifestKeys.split(' '));
      assert.deepEqual(
        [manifest.file, manifest.format, manifest.sha256, manifest.bytes, manifest.rows],
        [path.basename(file), format, sha256, bytes.length, rows],
      );
      assert.deepEqual([manifest.query, manifest.server, manifest.flavour], [query, server.url, 'v4']);
      assert.deepEqual([manifest.fetchedAt, manifest.complete], [fetchedAt, true]);
      assert.deepEqual([manifest.timeZone, manifest.version], ['America/Sao_Paulo', '0.1.0']);
      assert.match(manifest.queryAbsolute ?? '', /^is:ended -proxy:web after:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
      const again = await api.listSessions({ query: manifest.queryAbsolute ?? '', limit: 300 });
      assert.deepEqual(again.sessions, sessions);
      assert.deepEqual(manifest.columns.slice(0, 15), sessionKeys.slice(0, 15));
    }
    assert.equal((await readdir(folder)).length, 6);
  });

  it('are refused where a file is, and leave it as it is, unless it may be replaced', async () => {
    const server = await pam.use({ sessions: 20 });
    const connection = await addConnection(connectionTo(server));
    const file = inFolder('night.csv');
    const given = { connection, format: 'csv', path: file };
    await writeFile(file, 'old');
    await failsWith('notWritten', () => exported(given));
    assert.deepEqual([await readdir(folder), await readFile(file, 'utf8')], [['night.csv'], 'old']);
    await exported({ ...given, overwrite: true, query: 'is:live' });
    const { sha256 } = await exported({ ...given, overwrite: true });
    assert.equal((await manifestOf(file)).sha256, sha256);
    await exported({ ...given, overwrite: true, manifest: false });
    assert.deepEqual(await readdir(folder), ['night.csv']);
  });

  it('say what is not right: the query, an argument, the place, the connection', async () => {
    const server = await pam.use({ sessions: 20 });
    const connection = await addConnection(connectionTo(server));
    const given = { connection, format: 'csv', path: inFolder('night.csv') };
    await assert.rejects(async () => exported({ ...given, query: 'user:a usr:b' }), {
      code: 'invalidQuery',
      position: 7,
      length: 3,
    });
    for (const wrong of [
      { path: 'night.csv' },
      { path: folder },
      { path: inFolder('none/night.csv') },
      { format: 'xlsx' },
      { manifest: 'no' },
    ]) {
      await failsWith('notWritten', () => exported({ ...given, ...wrong, overwrite: true }));
    }
    await failsWith('unknownConnection', () => exported({ ...given, connection: 'none' }));
    server.fault = 'badGateway';
    const other = await addConnection(connectionTo(server, { verify: false }));
    await failsWith('gateway', () => exported({ ...given, connection: other }));
    await mkdir(inFolder('night.csv'));
    await failsWith('notWritten', () => exported({ ...given, overwrite: true }));
    assert.deepEqual([await readdir(folder), await readdir(given.path)], [['night.csv'], []]);
  });
});

function read(format: 'csv' | 'json' | 'ndjson', text: string): unknown {
  switch (format) {
    case 'csv':
      return parse(text)
        .slice(1)
        .map(([id]) => id);
    case 'json':
      return JSON.parse(text) as readonly Session[];
    case 'ndjson':
      return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Session]));
  }
}

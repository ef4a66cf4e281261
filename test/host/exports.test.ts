import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { commands, FileSystemError, Uri, workspace } from 'vscode';
import type { Manifest } from '../../src/core/output/export/manifest.ts';
import type { Sink, Written } from '../../src/core/output/export/writeOut.ts';
import { sessionKeys, type Session } from '../../src/core/sessions/session.ts';
import { RemotePlace } from '../../src/host/export/remotePlace.ts';
import { addConnection, connectionTo, failsWith, publicApi, servers } from './support.ts';
import { VirtualFolder } from './virtualFolder.ts';

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

  it('are verified: as they were written, with one byte flipped, a row less, renamed, and without a manifest', async () => {
    const server = await pam.use({ sessions: 30 });
    const connection = await addConnection(connectionTo(server));
    const file = inFolder('night.ndjson');
    const { rows, sha256 } = await exported({ connection, format: 'ndjson', path: file });
    const verified = (name: string) =>
      commands.executeCommand<string>('pamSessions.verifyExport', Uri.file(inFolder(name)));
    const agrees = `night.ndjson is the file that its manifest speaks of. Rows: 30. SHA-256: ${sha256}.`;
    assert.equal(await verified('night.ndjson'), agrees);
    assert.equal(await verified('night.ndjson.manifest.json'), agrees);
    const [bytes, manifest] = [await readFile(file), await readFile(`${file}.manifest.json`)];
    await writeFile(file, bytes.with(10, (bytes[10] ?? 0) ^ 1));
    assert.match(
      await verified('night.ndjson'),
      /^night\.ndjson is not the file that its manifest speaks of\. Its SHA-256 was \w{64} and is \w{64}\.$/,
    );
    await writeFile(file, bytes.subarray(bytes.indexOf(10) + 1));
    assert.match(await verified('night.ndjson'), new RegExp(`It was written with ${rows} rows and has ${rows - 1}\\.`));
    await writeFile(inFolder('copy.ndjson'), bytes);
    assert.match(await verified('copy.ndjson'), /no manifest stands beside it/);
    await writeFile(inFolder('copy.ndjson.manifest.json'), manifest);
    assert.match(await verified('copy.ndjson'), /speaks of\. It was written as night\.ndjson\.$/);
    await writeFile(inFolder('copy.ndjson.manifest.json'), '{}');
    assert.match(await verified('copy.ndjson'), /no manifest stands beside it/);
    await writeFile(inFolder('gone.csv.manifest.json'), manifest);
    assert.match(await verified('gone.csv'), /it cannot be read/);
  });
});

describe('an export to a place that only VS Code reaches', () => {
  const folder = new VirtualFolder();
  const uri = Uri.parse('pam-virtual:/night.csv');
  const place = new RemotePlace(workspace.fs, uri);
  const done: Written = { sha256: '', bytes: 0, rows: 0, defused: 0, broken: 0 };
  const job = (text: string, times = 1) => ({
    write: async (sink: Sink) => {
      for (let at = 0; at < times; at++) {
        await sink.write(Buffer.from(text));
      }
      return done;
    },
    manifestOf: () => `about ${text}`,
    overwrite: true,
  });
  const contents = () => Array.from(folder.files, ([name, bytes]) => [name, Buffer.from(bytes).toString()]);
  let registered: { dispose(): void } | undefined;

  before(() => (registered = workspace.registerFileSystemProvider('pam-virtual', folder)));
  after(() => registered?.dispose());

  it('is there with its manifest, and replaces another one only if it may', async () => {
    await place.run({ ...job('old'), overwrite: false });
    await assert.rejects(place.run({ ...job('new'), overwrite: false }), {
      code: 'notWritten',
      facts: { reason: 'exists', path: '/night.csv' },
    });
    assert.deepEqual(contents(), [
      ['/night.csv', 'old'],
      ['/night.csv.manifest.json', 'about old'],
    ]);
    await place.run({ ...job('new'), manifestOf: undefined });
    assert.deepEqual(contents(), [['/night.csv', 'new']]);
  });

  it('is refused where it is larger than 64 MB, and leaves what was there', async () => {
    const piece = 'x'.repeat(1024 * 1024);
    await assert.rejects(place.run(job(piece, 65)), {
      code: 'notWritten',
      facts: { reason: 'tooLarge', path: '/night.csv' },
    });
    assert.deepEqual(contents(), [['/night.csv', 'new']]);
  });

  it('says why it was not written', async () => {
    for (const [failure, reason] of [
      [FileSystemError.NoPermissions(uri), 'denied'],
      [new FileSystemError('The share is gone.'), 'other'],
    ] as const) {
      folder.failure = failure;
      await assert.rejects(place.run(job('newer')), (error: Error & { facts?: { reason?: string } }) => {
        assert.deepEqual(['code' in error && error.code, error.facts?.reason], ['notWritten', reason]);
        return true;
      });
      assert.deepEqual(contents(), [['/night.csv', 'new']]);
    }
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

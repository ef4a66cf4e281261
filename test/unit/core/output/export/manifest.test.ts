import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { manifestText, readManifest, type Manifest } from '../../../../../src/core/output/export/manifest.ts';

const facts: Manifest = {
  version: '0.1.0',
  file: 'night.csv',
  format: 'csv',
  sha256: 'ab'.repeat(32),
  bytes: 10,
  rows: 1,
  columns: ['id'],
  query: 'after:-2h',
  queryAbsolute: 'after:2026-01-05T10:00:00',
  evaluatedAt: '2026-01-05T12:00:00.000Z',
  server: 'https://pam.example.com',
  flavour: 'v4',
  fetchedAt: '2026-01-05T11:59:00.000Z',
  complete: true,
  skipped: 0,
  duplicates: 0,
  replaced: 0,
  defused: 0,
  timeZone: null,
};

describe('core: the manifest of an export', () => {
  it('has exactly these keys, in this order', () => {
    assert.deepEqual(
      Object.keys(JSON.parse(manifestText(facts)) as object),
      'file format sha256 bytes rows columns query queryAbsolute evaluatedAt server flavour fetchedAt complete skipped duplicates replaced defused timeZone version'.split(
        ' ',
      ),
    );
  });

  it('is read back as it was written', () => {
    assert.deepEqual(readManifest(manifestText(facts)), facts);
  });

  it('is nothing else', () => {
    const lacking = JSON.parse(manifestText(facts)) as Record<string, unknown>;
    delete lacking['sha256'];
    for (const text of ['', '{}', '[]', 'null', 'id\r\n1\r\n', JSON.stringify(lacking)]) {
      assert.equal(readManifest(text), undefined);
    }
    assert.equal(readManifest(manifestText(facts).replace('"csv"', '"xlsx"')), undefined);
  });

  it('is read by the command line of the README as by Verify Export', async function () {
    if (process.platform !== 'linux') this.skip();
    const readme = await readFile(path.join(import.meta.dirname, '../../../../../README.md'), 'utf8');
    const [, command = ''] = /\n## For an auditor\n[^]*?\n```sh\n(.*)\n```\n/.exec(readme) ?? [];
    const folder = await mkdtemp(path.join(tmpdir(), 'pam-manifest-'));
    const says = () => promisify(execFile)('sh', ['-c', command], { cwd: folder });
    const sha256 = createHash('sha256').update('id\r\n1\r\n').digest('hex');
    await writeFile(path.join(folder, 'night.csv.manifest.json'), manifestText({ ...facts, sha256 }));
    await writeFile(path.join(folder, 'night.csv'), 'id\r\n1\r\n');
    assert.match((await says()).stdout, /^night\.csv: OK$/m);
    await writeFile(path.join(folder, 'night.csv'), 'id\r\n2\r\n');
    await assert.rejects(says(), ({ stdout }: { readonly stdout: string }) => /^night\.csv: FAILED$/m.test(stdout));
    await rm(folder, { recursive: true });
  });
});

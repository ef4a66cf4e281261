import assert from 'node:assert/strict';
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
});

import assert from 'node:assert/strict';
import path from 'node:path';
import { readExport } from '../../../../src/host/export/readExport.ts';

const file = path.resolve('/exports/night.csv');
const given = { connection: 'lab', format: 'csv', path: file };

describe('host: what the command for exports is given', () => {
  it('needs a format and a path, and has a manifest unless told otherwise', () => {
    assert.deepEqual(readExport(given), { ...given, query: '', manifest: true, overwrite: false });
    const all = { ...given, query: 'is:live', manifest: false, overwrite: true };
    assert.deepEqual(readExport(all), all);
    assert.equal(readExport({ format: 'json', path: file }).connection, undefined);
  });

  const wrong: readonly (readonly [argument: string | undefined, value: unknown])[] = [
    [undefined, 'night.csv'],
    [undefined, null],
    ['format', { ...given, format: 'xlsx' }],
    ['format', { ...given, format: undefined }],
    ['path', { ...given, path: 'night.csv' }],
    ['path', { ...given, path: './night.csv' }],
    ['path', { ...given, path: '' }],
    ['path', { ...given, path: `${file}\0` }],
    ['path', { ...given, path: `${path.dirname(file)}${path.sep}` }],
    ['path', { ...given, path: 7 }],
    ['connection', { ...given, connection: 7 }],
    ['query', { ...given, query: ['is:live'] }],
    ['manifest', { ...given, manifest: 'yes' }],
    ['overwrite', { ...given, overwrite: 1 }],
  ];
  for (const [argument, value] of wrong) {
    it(`names what is not right of ${JSON.stringify(value)}`, () => {
      assert.throws(() => readExport(value), { code: 'notWritten', facts: { reason: 'argument', argument } });
    });
  }
});

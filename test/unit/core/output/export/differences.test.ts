import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { differences, look, type Seen } from '../../../../../src/core/output/export/differences.ts';
import { formats, type Format } from '../../../../../src/core/output/export/format.ts';

const texts: Readonly<Record<Format, readonly string[]>> = {
  csv: ['id,user\r\n', '1,"a\r\nb"\r\n', '2,"say ""x"""\r\n', '3,c\r\n'],
  json: ['[\n', '{"id":"1","user":"a]"},\n', '{"id":"2","extra":{"tags":["\\"}{",{}]}},\n', '{"id":"3"}\n', ']\n'],
  ndjson: ['{"id":"1"}\n', '{"id":"2","user":"a\\nb"}\n', '{"id":"3"}\n'],
};

function bytesOf(format: Format): Buffer {
  return Buffer.from(texts[format].join(''));
}

async function seen(format: Format, bytes: Uint8Array, file = `night.${format}`, length = 7): Promise<Seen> {
  const pieces = Array.from({ length: Math.ceil(bytes.length / length) }, (_, at) =>
    bytes.subarray(at * length, (at + 1) * length),
  );
  return look(file, asyncOf(pieces), { format });
}

async function* asyncOf(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    yield await Promise.resolve(piece);
  }
}

const kinds = (told: Seen, now: Seen) => differences(told, now).map(({ kind }) => kind);

describe('core: a file beside its manifest', () => {
  for (const format of formats) {
    const bytes = bytesOf(format);

    it(`agrees with it as it was written, in whatever pieces it is read (${format})`, async () => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const told = { file: `night.${format}`, sha256, bytes: bytes.length, rows: 3 };
      for (const length of [1, 2, 7, 1000]) {
        assert.deepEqual(await seen(format, bytes, undefined, length), told);
      }
      assert.deepEqual(differences({ ...told, sha256: sha256.toUpperCase() }, await seen(format, bytes)), []);
    });

    it(`is found out by any flipped bit (${format})`, async () => {
      const told = await seen(format, bytes);
      await fc.assert(
        fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
          const flipped = Buffer.from(bytes);
          flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
          const found = kinds(told, await seen(format, flipped));
          assert.ok(found.includes('sha256') && !found.includes('bytes'));
        }),
      );
    });

    it(`tells of one row less (${format})`, async () => {
      const less = texts[format]
        .with(1, format === 'json' ? '[' : '')
        .with(0, format === 'json' ? '' : (texts[format][0] ?? ''));
      const now = await seen(format, Buffer.from(less.join('')));
      const told = await seen(format, bytes);
      assert.deepEqual(kinds(told, now), ['bytes', 'rows', 'sha256']);
      assert.deepEqual([told.rows, now.rows], [3, 2]);
    });

    it(`is told apart from another file, and from itself under another name (${format})`, async () => {
      const told = await seen(format, bytes);
      assert.deepEqual(kinds(told, await seen(format, bytes, 'copy')), ['file']);
      assert.deepEqual(kinds(told, await seen(format, Buffer.from('something else'), 'other')), [
        'file',
        'bytes',
        'rows',
        'sha256',
      ]);
      assert.deepEqual(kinds(told, await seen(format, Buffer.alloc(0))), ['bytes', 'rows', 'sha256']);
    });
  }
});

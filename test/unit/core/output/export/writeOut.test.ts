import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { writeOut } from '../../../../../src/core/output/export/writeOut.ts';
import type { WrittenRows } from '../../../../../src/core/output/export/writtenRows.ts';

function* pieces(count: number): WrittenRows {
  for (let at = 0; at < count; at++) {
    yield { text: `ü${at}\n`.repeat(20_000), rows: 20_000 };
  }
  return { defused: 7, broken: 3 };
}

describe('core: writing an export out', () => {
  it('hands on every byte in order and sums them up', async () => {
    const chunks: Uint8Array[] = [];
    const seen: number[] = [];
    const sink = {
      write: (bytes: Uint8Array) => {
        chunks.push(bytes);
        return Promise.resolve();
      },
    };
    const written = await writeOut(pieces(10), sink, { onProgress: (rows) => seen.push(rows) });
    const all = Buffer.concat(chunks);
    const text = Array.from({ length: 10 }, (_, at) => `ü${at}\n`.repeat(20_000)).join('');
    assert.equal(all.toString(), text);
    const sha256 = createHash('sha256').update(text).digest('hex');
    assert.deepEqual(written, { sha256, bytes: all.length, rows: 200_000, defused: 7, broken: 3 });
    assert.equal(seen.at(-1), 200_000);
    assert.ok(seen.length > 2);
  });

  it('ends as soon as it is cancelled', async () => {
    const cancelling = new AbortController();
    let bytes = 0;
    const sink = {
      write: (chunk: Uint8Array) => {
        bytes += chunk.length;
        cancelling.abort();
        return Promise.resolve();
      },
    };
    await assert.rejects(writeOut(pieces(100), sink, { signal: cancelling.signal }), { code: 'cancelled' });
    assert.ok(bytes > 0 && bytes < 4_000_000);
  });

  it('ends as the place does that it writes to', async () => {
    const full = new Error('no space');
    let writes = 0;
    const sink = { write: () => (writes++ === 2 ? Promise.reject(full) : Promise.resolve()) };
    await assert.rejects(writeOut(pieces(100), sink), full);
    assert.equal(writes, 3);
  });
});

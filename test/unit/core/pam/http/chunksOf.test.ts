import assert from 'node:assert/strict';
import { PassThrough, Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { chunksOf, mostWaiting } from '../../../../../src/core/pam/http/chunksOf.ts';

async function taken(stream: Readable): Promise<{ readonly chunks: readonly string[]; readonly error: unknown }> {
  const chunks: string[] = [];
  try {
    for await (const chunk of chunksOf(stream)) {
      chunks.push(chunk.toString());
    }
  } catch (error) {
    return { chunks, error };
  }
  return { chunks, error: undefined };
}

describe('core: the pieces of a stream', () => {
  it('come as they arrived, not joined, however many wait', async () => {
    const stream = new PassThrough();
    for (const chunk of ['a', 'bc', 'd']) {
      stream.write(chunk);
    }
    stream.end('e');
    assert.deepEqual(await taken(stream), { chunks: ['a', 'bc', 'd', 'e'], error: undefined });
  });

  it('come one by one while the stream goes on', async () => {
    const stream = new PassThrough();
    const chunks = chunksOf(stream);
    for (const text of ['a', 'b']) {
      const next = chunks.next();
      stream.write(text);
      assert.equal(String((await next).value), text);
    }
    stream.end();
    assert.equal((await chunks.next()).done, true);
  });

  it('of an empty stream are none', async () => {
    assert.deepEqual(await taken(Readable.from([])), { chunks: [], error: undefined });
  });

  it('that had arrived come before the error that the stream breaks off with', async () => {
    const broken = new Error('reset');
    const stream = new PassThrough();
    stream.write('a');
    const chunks = chunksOf(stream);
    assert.equal(String((await chunks.next()).value), 'a');
    stream.write('b');
    await nextTurn();
    stream.destroy(broken);
    assert.equal(String((await chunks.next()).value), 'b');
    await assert.rejects(chunks.next(), broken);
  });

  it('are an error where the stream broke off before anybody asked, or closes without an end', async () => {
    const broken = new Error('reset');
    const early = new PassThrough();
    early.on('error', () => undefined);
    early.destroy(broken);
    assert.deepEqual(await taken(early), { chunks: [], error: broken });
    const closing = new PassThrough();
    closing.destroy();
    const { error } = await taken(closing);
    assert.ok(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE');
  });

  it('are no more than a bound while nobody takes them', async () => {
    let made = 0;
    const piece = Buffer.alloc(1 << 14);
    const most = (mostWaiting / piece.length) * 2;
    const stream = new Readable({
      highWaterMark: 1,
      read() {
        made++;
        this.push(made > most * 4 ? null : piece);
      },
    });
    const chunks = chunksOf(stream);
    await chunks.next();
    for (let turn = 0; turn < most * 2; turn++) {
      await nextTurn();
    }
    assert.ok(made < most, `${made} pieces of at most ${most}`);
    let rest = 1;
    for await (const chunk of chunks) {
      rest += chunk.length > 0 ? 1 : 0;
    }
    assert.equal(rest, most * 4);
  });
});

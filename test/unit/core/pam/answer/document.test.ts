import assert from 'node:assert/strict';
import { readDocument } from '../../../../../src/core/pam/answer/document.ts';
import { Failure } from '../../../../../src/core/failure.ts';
import { listV3, listV4, sessionNotFound } from '../../../../pam-server/seedBodies.ts';
import { bodyOf, readPieces } from './readText.ts';

describe('core: reading an answer as it arrives', () => {
  it("reads the vendor's v3 list with its trailing comma", async () => {
    const { complete, found, unreadable, json } = await readPieces([listV3]);
    assert.deepEqual([complete, unreadable], [true, 0]);
    assert.deepEqual(
      found.map(({ id, dispositivo, prevent_purge }) => [id, dispositivo, prevent_purge]),
      [
        ['540', '127.0.0.1:27500', 'Não'],
        ['541', '127.0.0.1:27500', 'Não'],
      ],
    );
    const whole = JSON.parse(listV3.replace(/,(?=\s*\])/, '')) as object;
    assert.deepEqual(json, { ...whole, remote_sessions: [] });
  });

  it("gives the records of the vendor's v4 list, and says that it was never closed", async () => {
    const { complete, found, records } = await readPieces([listV4]);
    assert.deepEqual([complete, records, found.map(({ id }) => id)], [false, 2, ['3', '6']]);
  });

  it("reads the vendor's error bodies whole", async () => {
    const { complete, json, records } = await readPieces([sessionNotFound]);
    assert.deepEqual([complete, json, records], [true, JSON.parse(sessionNotFound), 0]);
  });

  it('counts bytes, records and what could not be read among them', async () => {
    const text = '{"remote_sessions":[{"id":1},{"id":},{"id":2,},{"id":3 4},{}]}';
    const { bytes, records, unreadable, found, complete } = await readPieces([text]);
    assert.deepEqual([bytes, records, unreadable, complete], [text.length, 3, 2, true]);
    assert.deepEqual(found, [{ id: 1 }, { id: 2 }, {}]);
  });

  it('tells text from JSON by its first character, byte order mark and blanks apart', async () => {
    const html = await readPieces(['\ufeff', ' \n<html>', '<body>{"code":200}']);
    assert.deepEqual([html.complete, html.json, html.records], [true, undefined, 0]);
    assert.match(html.text, /<html><body>\{"code":200\}$/);
    const json = await readPieces([
      Buffer.from([0xef]),
      Buffer.from([0xbb]),
      Buffer.from([0xbf]),
      ' \r\n',
      '{"code":4}',
    ]);
    assert.deepEqual([json.complete, json.json, json.text], [true, { code: 4 }, '']);
  });

  it('has neither JSON nor text where nothing came, and is not complete', async () => {
    for (const pieces of [[], [''], [' \r\n'], ['\ufeff']]) {
      const { complete, json, text, records } = await readPieces(pieces);
      assert.deepEqual([complete, json, text.replace('\ufeff', ''), records], [false, undefined, '', 0]);
    }
  });

  it('keeps the beginning of a long text only', async () => {
    const { text, bytes } = await readPieces(Array.from({ length: 40 }, () => 'x'.repeat(10_000)));
    assert.deepEqual([text.length <= 1 << 16, bytes], [true, 400_000]);
  });

  it('keeps a field named __proto__ a field', async () => {
    const { found } = await readPieces(['{"remote_sessions":[{"id":"1","__proto__":{"user":"ghost"}}]}']);
    assert.deepEqual(Object.keys(found[0] ?? {}), ['id', '__proto__']);
  });

  it('says what had arrived when the body breaks off or grows too large', async () => {
    const start = '{"remote_sessions":[{"id":1},{"id":2},{"id":';
    async function* breakingOff(): AsyncGenerator<Buffer> {
      yield* bodyOf([start]);
      throw new Failure('truncated', { host: 'pam.example.com' });
    }
    await assert.rejects(readDocument(breakingOff(), { onRecord: () => undefined }), {
      code: 'truncated',
      facts: { host: 'pam.example.com', received: { sessions: 2, bytes: start.length } },
    });
    const large = '['.repeat(600);
    await assert.rejects(readPieces([start, large]), {
      code: 'tooLarge',
      facts: { received: { sessions: 2, bytes: start.length + large.length } },
    });
  });

  it('rejects as the body does and as the reader does', async () => {
    const broken = new Error('neither ours');
    async function* throwing(): AsyncGenerator<Buffer> {
      yield* bodyOf(['{']);
      throw broken;
    }
    await assert.rejects(readDocument(throwing(), { onRecord: () => undefined }), broken);
    const onRecord = () => {
      throw broken;
    };
    await assert.rejects(readDocument(bodyOf(['{"remote_session":[{}]}']), { onRecord }), broken);
  });

  it('gives way to other work and tells its progress while it reads 100,000 records', async () => {
    const record = JSON.stringify({
      id: '540',
      user: 'Admin',
      device: '127.0.0.1:27500',
      start: '2020-11-17 15:29:21',
    });
    const body = Buffer.from(`{"remote_sessions":[${`${record},`.repeat(100_000)}]}`);
    const chunks = Array.from({ length: Math.ceil(body.length / 65_536) }, (_, at) =>
      body.subarray(at * 65_536, (at + 1) * 65_536),
    );
    let turns = 0;
    let next = setImmediate(function turn() {
      turns++;
      next = setImmediate(turn);
    });
    const progress: number[] = [];
    const { records } = await readDocument(bodyOf(chunks), {
      onRecord: () => undefined,
      onProgress: (bytes) => progress.push(bytes),
    });
    clearImmediate(next);
    assert.equal(records, 100_000);
    assert.ok(turns >= 3, `${turns} turns`);
    assert.ok(progress.length >= 3);
    assert.deepEqual(
      progress,
      progress.toSorted((a, b) => a - b),
    );
  });
});

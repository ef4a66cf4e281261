import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { startPamServer, type PamServer } from '../../pam-server/server.ts';
import { bearer, sessionsAnswer } from './client.ts';

const path = '/api/pam/session/remotesessions';
const megabyte = 2 ** 20;

describe('stand-in PAM server: a long list', () => {
  it('is made no faster than it is read, so that it needs little memory', async function () {
    this.timeout(60_000);
    await using server = await startPamServer({ sessions: 200_000 });
    const response = await openList(server);
    const sent = () => server.requests.at(-1)?.bytes ?? 0;
    const unread = await settled(sent);
    assert.ok(unread > 0 && unread < 20 * megabyte, `${unread} bytes were made for a client that reads nothing`);

    let read = 0;
    let mostHeld = 0;
    for await (const piece of response as AsyncIterable<Buffer>) {
      read += piece.length;
      mostHeld = Math.max(mostHeld, sent() - read);
    }
    assert.equal(read, sent());
    assert.ok(read > 60 * megabyte);
    assert.ok(mostHeld < 20 * megabyte, `${mostHeld} bytes were made but not read yet`);
  });

  it('stops being made when the client goes', async () => {
    await using server = await startPamServer({ sessions: 1_000_000 });
    const response = await openList(server);
    response.destroy();
    const outcome = () => server.requests.at(-1)?.outcome;
    while (outcome() === 'open') await setImmediate();
    assert.equal(outcome(), 'aborted');
    assert.ok((await settled(() => server.requests.at(-1)?.bytes ?? 0)) < 20 * megabyte);
  });

  it('is the same list in small pieces, late, and compressed', async () => {
    await using server = await startPamServer({ sessions: 20 });
    const headers = await bearer(server);
    const list = async (acceptEncoding: string) => {
      const response = await fetch(server.url + path, { headers: { ...headers, 'Accept-Encoding': acceptEncoding } });
      return { encoding: response.headers.get('content-encoding'), answer: await sessionsAnswer(response) };
    };
    const whole = await list('gzip');
    assert.equal(whole.encoding, null);
    server.configure({ chunkBytes: 7 });
    assert.deepEqual(await list('gzip'), whole);
    server.configure({ chunkBytes: 4096, chunkDelayMs: 1, delayMs: 1, gzip: true });
    assert.deepEqual(await list('deflate, gzip'), { ...whole, encoding: 'gzip' });
    assert.deepEqual(await list('identity'), whole);
  });

  it('does not keep a server from closing', async () => {
    await using server = await startPamServer({ sessions: 10, delayMs: 600_000 });
    const waiting = openList(server).catch((error: unknown) => error);
    while (server.requests.at(-1)?.kind !== 'list') await setImmediate();
    await server.close();
    assert.equal(((await waiting) as NodeJS.ErrnoException).code, 'ECONNRESET');
  });
});

/** The list's answer, its body not read yet. */
async function openList(server: PamServer): Promise<IncomingMessage> {
  const opened = request(server.url + path, { headers: await bearer(server), agent: false });
  opened.end();
  const [response] = (await once(opened, 'response')) as [IncomingMessage];
  return response;
}

/** A count once it has stood still for many turns of the event loop. */
async function settled(count: () => number): Promise<number> {
  let last = count();
  for (let still = 0; still < 1000; still++) {
    await setImmediate();
    if (count() !== last) still = 0;
    last = count();
  }
  return last;
}

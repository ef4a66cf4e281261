import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { createTransport, type HttpRequest } from '../../../../../src/core/pam/http/transport.ts';

const timeouts = { connect: 20_000, firstByte: 20_000, idle: 20_000 };
const good = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}';

/** What a server does with a request, told by the number of its connection and its own number on that. */
type Script = (socket: Socket, connection: number, request: number) => void;

/** A server that reads requests and does as the script says; `asked` tells the connection of each request. */
async function startScript(script: Script) {
  const asked: number[] = [];
  const sockets = new Set<Socket>();
  const serve = (socket: Socket) => {
    sockets.add(socket);
    const connection = sockets.size;
    let requests = 0;
    socket.on('error', () => undefined);
    socket.on('data', () => {
      asked.push(connection);
      script(socket, connection, ++requests);
    });
  };
  const server = createServer(serve).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    url: `http://127.0.0.1:${port}/`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

describe('core: a connection that was kept', () => {
  const reconnects: string[] = [];
  const transport = () =>
    createTransport({ timeouts: () => timeouts, onReconnect: ({ method }) => reconnects.push(method) });
  const ask = async (url: string, change: Partial<HttpRequest> = {}) => {
    const request: HttpRequest = { method: 'GET', url, headers: {}, maxBytes: 99, signal: undefined, ...change };
    const { body } = await transport()(request);
    return Buffer.concat(await Readable.from(body).toArray()).toString();
  };
  beforeEach(() => {
    reconnects.length = 0;
  });

  const closings = {
    closed: (socket: Socket) => socket.end(),
    reset: (socket: Socket) => socket.resetAndDestroy(),
  } as const;
  for (const [how, close] of Object.entries(closings)) {
    for (const method of ['GET', 'POST'] as const) {
      it(`and is ${how} as a ${method} comes is replaced by a fresh one, once`, async () => {
        const script: Script = (socket, connection, request) =>
          connection === 1 && request === 2 ? close(socket) : socket.write(good);
        await using server = await startScript(script);
        assert.equal(await ask(server.url), '{}');
        const change = { method, ...(method === 'POST' ? { body: 'a=b' } : {}) };
        assert.equal(await ask(server.url, change), '{}');
        assert.deepEqual([server.asked, reconnects], [[1, 1, 2], [method]]);
      });
    }
  }

  it('is not replaced twice', async () => {
    await using server = await startScript((socket, connection, request) =>
      connection === 1 && request === 1 ? socket.write(good) : socket.end(),
    );
    await ask(server.url);
    await assert.rejects(ask(server.url), {
      code: 'network',
      facts: { reason: 'reset', host: new URL(server.url).host },
    });
    assert.deepEqual(server.asked, [1, 1, 2]);
  });

  it('is not replaced once a single byte came back', async () => {
    await using server = await startScript((socket, _connection, request) =>
      request === 1 ? socket.write(good) : socket.end('H'),
    );
    await ask(server.url);
    await assert.rejects(ask(server.url), { code: 'network' });
    assert.deepEqual([server.asked, reconnects], [[1, 1], []]);
  });

  it('is not replaced for a caller that gave up, or whose time is over', async () => {
    const caller = new AbortController();
    await using server = await startScript((socket, _connection, request) =>
      request === 1 ? socket.write(good) : caller.abort(),
    );
    await ask(server.url);
    await assert.rejects(ask(server.url, { signal: caller.signal }), { code: 'cancelled' });
    assert.deepEqual(server.asked, [1, 1]);
  });

  for (const [how, close] of Object.entries(closings)) {
    it(`is what matters: a fresh one that is ${how} is never replaced`, async () => {
      await using server = await startScript(close);
      await assert.rejects(ask(server.url), { code: 'network' });
      assert.deepEqual([server.asked, reconnects], [[1], []]);
    });
  }
});

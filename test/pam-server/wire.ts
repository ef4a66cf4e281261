import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';

/** What becomes of the bytes between a client and a server. */
export interface WireFault {
  /** Sent in place of the server's answer; without it the answer's own bytes are passed on. */
  readonly says?: string | Buffer | (() => Iterable<Buffer>);
  /** How many bytes are let through; all of them if left out. */
  readonly bytes?: number;
  /** How many go at once; as many as there are if left out. */
  readonly atOnce?: number;
  /** How it ends: closed as if all were well, reset, or neither, silent for ever. */
  readonly then: 'end' | 'reset' | 'hold';
  /** Without waiting for a request. */
  readonly unasked?: true;
}

/** A TCP relay that spoils what it carries; it knows nothing of HTTP or TLS. */
export interface Wire extends AsyncDisposable {
  readonly port: number;
  /** What strikes the connections to come. */
  fault: WireFault | undefined;
  /** Where new connections lead. */
  target: number;
  /** Whether new connections are taken at all. */
  listen(on: boolean): Promise<void>;
  /** Resolves at the next connection. */
  connected(): Promise<void>;
}

export async function startWire(to: number): Promise<Wire> {
  const sockets = new Set<Socket>();
  let target = to;
  let fault: WireFault | undefined;
  const server = createServer({ noDelay: true }, (client) => {
    track(client, sockets);
    carry(client, target, fault, sockets).catch(() => client.destroy());
  });
  const start = async (at: number) => {
    if (server.listening) return;
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
  };
  const stop = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await start(0);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    get fault() {
      return fault;
    },
    set fault(next: WireFault | undefined) {
      fault = next;
    },
    get target() {
      return target;
    },
    set target(next: number) {
      target = next;
    },
    listen: (on) => (on ? start(port) : stop()),
    connected: async () => {
      await once(server, 'connection');
    },
    [Symbol.asyncDispose]: stop,
  };
}

function track(socket: Socket, sockets: Set<Socket>): void {
  sockets.add(socket);
  socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
}

async function carry(client: Socket, to: number, fault: WireFault | undefined, sockets: Set<Socket>): Promise<void> {
  if (fault?.says !== undefined) {
    if (fault.unasked !== true) await once(client, 'data');
    client.resume();
    await send(client, inPieces(fault.says, fault), fault.then);
    return;
  }
  const upstream = connect(to, '127.0.0.1');
  track(upstream, sockets);
  client.pipe(upstream);
  client.once('close', () => upstream.destroy());
  if (fault === undefined) {
    upstream.pipe(client);
    upstream.once('close', () => client.destroySoon());
  } else {
    await send(client, cut(upstream, fault), fault.then);
  }
}

async function send(client: Socket, pieces: AsyncIterable<Buffer>, then: WireFault['then']): Promise<void> {
  for await (const piece of pieces) {
    if (client.destroyed) return;
    if (!client.write(piece)) await Promise.race([once(client, 'drain'), once(client, 'close')]);
  }
  if (then === 'end') client.end();
  if (then === 'reset') {
    // The bytes so far leave the process before the connection goes.
    await setImmediate();
    await setImmediate();
    client.resetAndDestroy();
  }
}

async function* cut(answer: AsyncIterable<Buffer>, fault: WireFault): AsyncGenerator<Buffer> {
  let left = fault.bytes ?? Infinity;
  for await (const chunk of answer) {
    yield* inPieces(chunk.subarray(0, left), fault);
    left -= chunk.length;
    if (left <= 0) return;
  }
}

async function* inPieces(
  said: NonNullable<WireFault['says']>,
  { atOnce = Infinity }: WireFault,
): AsyncGenerator<Buffer> {
  for (const part of typeof said === 'function' ? said() : [Buffer.from(said as string)]) {
    for (let from = 0; from < part.length; from += atOnce) {
      yield part.subarray(from, from + atOnce);
      await setImmediate();
    }
  }
}

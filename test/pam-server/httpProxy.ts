import { once } from 'node:events';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { pipeline } from 'node:stream';

export interface HttpProxyOptions {
  /** `user:password` that it demands. */
  readonly login?: string;
  /** Where the hosts it knows really are; it refuses all others. */
  readonly hosts: Readonly<Record<string, { readonly host: string; readonly port: number }>>;
}

/** A forward proxy as companies have them: plain requests are passed on, for TLS it makes tunnels (CONNECT). */
export interface HttpProxy extends AsyncDisposable {
  readonly port: number;
  /** What it passed on, as `GET http://…` or `CONNECT host:port`. */
  readonly passed: readonly string[];
  /** How often it asked for a login. */
  readonly asked: number;
}

export async function startHttpProxy({ login, hosts }: HttpProxyOptions): Promise<HttpProxy> {
  const passed: string[] = [];
  const sockets = new Set<Socket>();
  let asked = 0;

  const expected = login === undefined ? undefined : `Basic ${Buffer.from(login).toString('base64')}`;
  const isLetIn = ({ headers }: IncomingMessage) => {
    const isKnown = expected === undefined || headers['proxy-authorization'] === expected;
    asked += isKnown ? 0 : 1;
    return isKnown;
  };

  const passOn = (request: IncomingMessage, response: ServerResponse) => {
    const url = URL.parse(request.url ?? '');
    const place = hosts[url?.hostname ?? ''];
    if (!isLetIn(request)) {
      response.writeHead(407, { 'Proxy-Authenticate': 'Basic realm="tests"' }).end('login, please');
    } else if (url === null || place === undefined) {
      response.writeHead(403).end('not allowed');
    } else {
      passed.push(`${request.method ?? ''} ${url.href}`);
      const { method, headers } = request;
      delete headers['proxy-authorization'];
      const onward = ask({ ...place, method, path: url.pathname + url.search, headers });
      onward.once('response', (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        pipeline(answer, response, () => undefined);
      });
      pipeline(request, onward, () => undefined);
    }
  };

  const tunnel = (request: IncomingMessage, socket: Socket) => {
    const [host = ''] = (request.url ?? '').split(':');
    const place = hosts[host];
    if (!isLetIn(request)) {
      socket.end('HTTP/1.1 407 Login\r\nProxy-Authenticate: Basic realm="tests"\r\nContent-Length: 0\r\n\r\n');
    } else if (place === undefined) {
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 11\r\n\r\nnot allowed');
    } else {
      passed.push(`CONNECT ${request.url ?? ''}`);
      const onward = connect(place, () => socket.write('HTTP/1.1 200 Connected\r\n\r\n'));
      pipeline(socket, onward, socket, () => undefined);
    }
  };

  const server = createServer(passOn).on('connect', tunnel);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket.once('close', () => sockets.delete(socket)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    passed,
    get asked() {
      return asked;
    },
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

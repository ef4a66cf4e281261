import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

export interface FrontOptions {
  /** The loopback port of VS Code's server. */
  readonly target: number;
  /** The port to listen on; 0 takes a free one. */
  readonly port: number;
  /** 32 bytes. Without them the page keeps its secrets in memory only. */
  readonly key: Buffer;
  /** Where there is one, only a page that signed in with it gets the key. */
  readonly connectionToken: string | undefined;
}

/**
 * Starts the address that browsers open: VS Code's server passed through unchanged (Host header included, so that
 * the page's own address is the remote authority), plus the one answer that server does not give: the key with
 * which the page encrypts its secrets.
 */
export async function startFront(options: FrontOptions): Promise<Server> {
  const server = createServer((incoming, response) => {
    if (incoming.method === 'POST' && incoming.url === '/mint-key') answerKey(options, incoming, response);
    else passRequest(options.target, incoming, response);
  });
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    passUpgrade(options.target, incoming, socket, head);
  });
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function answerKey({ key, connectionToken }: FrontOptions, incoming: IncomingMessage, response: ServerResponse): void {
  const cookies = (incoming.headers.cookie ?? '').split('; ');
  const allowed = connectionToken === undefined || cookies.includes(`vscode-tkn=${connectionToken}`);
  response.writeHead(allowed ? 200 : 403).end(allowed ? key : undefined);
}

function passRequest(port: number, incoming: IncomingMessage, response: ServerResponse): void {
  const { method, url: path, headers } = incoming;
  const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  outgoing.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
  response.on('close', () => outgoing.destroy());
  incoming.pipe(outgoing);
}

function passUpgrade(port: number, incoming: IncomingMessage, client: Duplex, head: Buffer): void {
  const server: Socket = connect(port, '127.0.0.1', () => {
    const lines = incoming.rawHeaders.map((text, index) => (index % 2 === 0 ? `${text}: ` : `${text}\r\n`));
    server.write(`${incoming.method ?? 'GET'} ${incoming.url ?? '/'} HTTP/1.1\r\n${lines.join('')}\r\n`);
    server.write(head);
    server.pipe(client).pipe(server);
  });
  server.on('error', () => client.destroy()).on('close', () => client.destroy());
  client.on('error', () => server.destroy()).on('close', () => server.destroy());
}

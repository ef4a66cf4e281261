// A process of its own that serves lists made beforehand, so that nothing but the client is measured:
// `node server.ts PORT COUNT…`. The base URL of a list is /COUNT/uncompressed or /COUNT/gzip. It prints its port when
// everything is in memory, and ends with its standard input.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createAuthentication } from '../pam-server/authentication.ts';
import { flavours } from '../pam-server/flavours.ts';
import { defaults } from '../pam-server/options.ts';
import { replies } from '../pam-server/replies.ts';
import { encodings, listFiles } from './data.ts';

const writeBytes = 1 << 16;
const [port = 0, ...counts] = process.argv.slice(2).map(Number);
const authentication = createAuthentication('http');
const bodies = new Map<string, Buffer>();
for (const count of counts) {
  const files = await listFiles(count);
  for (const encoding of encodings) {
    bodies.set(`/${count}/${encoding}${flavours.v4.path}`, await readFile(files[encoding]));
  }
}

const server = createServer((request, response) => {
  // A client that goes away is none of its business.
  serve(request, response).catch(() => response.destroy());
});
server.listen(port, '127.0.0.1');
await once(server, 'listening');
console.log((server.address() as AddressInfo).port);
process.stdin.resume().once('end', () => process.exit());

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { url = '' } = request;
  const body = bodies.get(url);
  const refusal = authentication.refuse(request, defaults);
  if (refusal !== undefined || body === undefined) {
    const { status, body: text } = refusal ?? replies.resourceNotFound;
    response.writeHead(status).end(text);
    return;
  }
  const isGzip = url.includes('/gzip/');
  response.writeHead(200, {
    'Content-Type': 'application/json; charset=utf-8',
    ...(isGzip ? { 'Content-Encoding': 'gzip' } : {}),
  });
  await pipeline(Readable.from(pieces(body)), response);
}

function* pieces(body: Buffer): Generator<Buffer> {
  for (let from = 0; from < body.length; from += writeBytes) {
    yield body.subarray(from, from + writeBytes);
  }
}

import { once } from 'node:events';
import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';

/** A reverse proxy that serves `target` under a path of its own, and cuts that off on the way. Rejects never. */
export async function startReverseProxy(target: string, prefix: string): Promise<{ url: string } & AsyncDisposable> {
  const server = createServer((request, response) => {
    const { url: path = '', method, headers } = request;
    if (!path.startsWith(`${prefix}/`)) {
      response.writeHead(404, { 'Content-Type': 'text/html' }).end('<html><title>404 Not Found</title></html>');
      return;
    }
    const onward = ask(new URL(target + path.slice(prefix.length)), { method, headers });
    onward.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      pipeline(answer, response, () => undefined);
    });
    pipeline(request, onward, () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}`,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

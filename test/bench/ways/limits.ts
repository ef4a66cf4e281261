import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { createGunzip } from 'node:zlib';
import { listRequest, type Way } from './way.ts';

/** The limit of any client: the bytes arrive and are dropped. */
export const dropped: Way = (baseUrl) => receive(baseUrl, () => undefined);

/** The limit of any client that reads what it gets: each byte is looked at once. */
export const scanned: Way = (baseUrl) => {
  let braces = 0;
  return receive(baseUrl, (chunk) => {
    const { length } = chunk;
    for (let at = 0; at < length; at++) {
      if (chunk[at] === 0x7b) {
        braces++;
      }
    }
    return braces;
  });
};

async function receive(baseUrl: string, onChunk: (chunk: Buffer) => void): Promise<undefined> {
  const { url, headers } = listRequest(baseUrl);
  const [answer] = (await once(get(url, { headers }), 'response')) as [IncomingMessage];
  const body =
    answer.headers['content-encoding'] === 'gzip' ? answer.pipe(createGunzip({ chunkSize: 1 << 16 })) : answer;
  body.on('data', onChunk);
  await once(body, 'end');
}

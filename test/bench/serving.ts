import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Encoding } from './data.ts';

export interface ListServer extends AsyncDisposable {
  /** The base URL of a connection whose list has `count` sessions. */
  url(count: number, encoding: Encoding): string;
}

/** Starts the process that serves lists of these sizes; the first time it makes them, which takes a while. */
export async function serveLists(counts: readonly number[], port = 0): Promise<ListServer> {
  const program = path.join(import.meta.dirname, 'server.ts');
  const child = spawn(process.execPath, [program, String(port), ...counts.map(String)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const failed = ended.then(() => Promise.reject<[string]>(new Error('The server of the lists ended.')));
  const [actualPort] = (await Promise.race([once(createInterface(child.stdout), 'line'), failed])) as [string];
  failed.catch(() => undefined);
  return {
    url: (count, encoding) => `http://127.0.0.1:${actualPort}/${count}/${encoding}`,
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await ended;
    },
  };
}

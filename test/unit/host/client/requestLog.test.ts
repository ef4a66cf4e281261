import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { Failure } from '../../../../src/core/failure.ts';
import type { Transport } from '../../../../src/core/pam/http/transport.ts';
import { loggedExchange, loggedTransport, logRetry } from '../../../../src/host/client/requestLog.ts';

const none = { clockDifferenceSeconds: undefined, retryAfterSeconds: undefined };
const host = 'https://pam.example.com';

async function* inTwo(failure?: Failure): AsyncGenerator<Buffer> {
  yield Buffer.from('abc');
  await Promise.resolve();
  if (failure !== undefined) {
    throw failure;
  }
  yield Buffer.from('de');
}

/** What the log says of two requests that `transport` answers. */
async function linesOf(transport: Transport): Promise<readonly string[]> {
  const lines: string[] = [];
  const write = (level: string) => (line: string | Error) => void lines.push(`${level} ${String(line)}`);
  const log = { info: write('info'), warn: write('warn'), error: write('error') };
  let numbered = 0;
  const logged = loggedTransport(transport, log, () => ++numbered);
  const headers = { Authorization: 'Bearer secret' };
  for (const [method, path] of [
    ['POST', '/iso/oauth2/token'],
    ['GET', '/api/pam/session/remotesessions/42'],
  ] as const) {
    const request = { method, url: host + path, headers, body: 'client_secret=secret', maxBytes: 9, signal: undefined };
    await logged(request)
      .then(({ body }) => Readable.from(body).toArray())
      .catch(() => undefined);
  }
  return lines.map((line) => line.replace(/\d+ ms/, 'N ms'));
}

describe('host: the log of requests', () => {
  it('has a line with a number, the route, status, bytes and duration for each', async () => {
    assert.deepEqual(await linesOf(() => Promise.resolve({ status: 200, body: inTwo(), ...none })), [
      'info #1 POST pam.example.com/iso/oauth2/token → 200, 5 bytes in N ms',
      'info #2 GET pam.example.com/api/pam/session/remotesessions/{id} → 200, 5 bytes in N ms',
    ]);
  });

  it('has one also for those that no answer came to', async () => {
    assert.deepEqual(await linesOf(() => Promise.reject(new Failure('tls', { reason: 'selfSigned' }))), [
      'warn #1 POST pam.example.com/iso/oauth2/token → tls (selfSigned) after N ms',
      'warn #2 GET pam.example.com/api/pam/session/remotesessions/{id} → tls (selfSigned) after N ms',
    ]);
  });

  it('says where an answer broke off', async () => {
    const [line] = await linesOf(() =>
      Promise.resolve({ status: 401, body: inTwo(new Failure('truncated')), ...none }),
    );
    assert.equal(line, 'warn #1 POST pam.example.com/iso/oauth2/token → 401, 3 bytes in N ms: truncated');
  });

  it('names the id that the server gave a request that failed, also where it is made again', async () => {
    const lines: string[] = [];
    const write = (line: string | Error) => void lines.push(String(line));
    const log = { info: write, warn: write, error: write };
    const failure = new Failure('gateway', { status: 503, serverText: 'hidden', requestId: 'f00d' });
    logRetry({ failure, attempt: 2, waitMilliseconds: 500 }, log);
    const exchange = loggedExchange(() => Promise.reject(failure), log);
    const question = { url: `${host}/api/pam/session/remotesessions/42`, maxBytes: 9, signal: undefined };
    await assert.rejects(
      exchange(question, () => ({ onRecord: () => undefined })),
      failure,
    );
    assert.deepEqual(
      lines.map((line) => line.includes('f00d')),
      [true, true],
    );
    assert.ok(lines.every((line) => !line.includes('hidden')));
  });
});

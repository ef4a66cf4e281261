import { setImmediate } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import { constants, gzipSync } from 'node:zlib';
import type { Target } from './flavours.ts';
import { failure, html, invalidSignature, json, replies, type Reply } from './replies.ts';
import * as seedBodies from './seedBodies.ts';

/** Something that goes wrong: one of the table below, or any whole answer. */
export interface Fault {
  readonly kind: FaultName | Reply;
  /** How many requests it strikes; all of them if left out. */
  readonly times?: number;
  /** Which requests it strikes; all but those for tokens if left out. */
  readonly only?: Target['kind'];
}

/** A fault either answers in the server's place or spoils the bytes of an answer that went well. */
export type FaultAction =
  | { readonly answer: Reply | ((response: ServerResponse) => void); readonly spoil?: never }
  | { readonly spoil: Spoil; readonly answer?: never };

export type Spoil = (body: AsyncIterable<Buffer>, response: ServerResponse) => AsyncIterable<Buffer>;

export type FaultName = keyof typeof faults;

const faults = {
  sessionNotFound: { answer: replies.sessionNotFound },
  unexpectedIdentifier: { answer: replies.unexpectedIdentifier },
  resourceNotFound: { answer: replies.resourceNotFound },
  notAuthorized: { answer: replies.notAuthorized },
  unexpectedError: { answer: replies.unexpectedError },
  refererNotAllowed: { answer: replies.refererNotAllowed },
  inactiveAuthorization: { answer: replies.inactiveAuthorization },
  tokenExpired: { answer: replies.tokenExpired },
  clientAuthenticationFailed: { answer: replies.clientAuthenticationFailed },
  invalidSignature: { answer: invalidSignature('') },
  kongNoRoute: { answer: replies.kongNoRoute },
  tooManyRequests: { answer: json(429, { message: 'API rate limit exceeded' }) },
  requestRefused: { answer: failure(400, '1999: Not during maintenance', 1999) },
  echo: { answer: echo },
  okWithError400: { answer: { ...replies.sessionNotFound, status: 200 } },
  badGateway: { answer: html(502, '502 Bad Gateway') },
  serviceUnavailable: { answer: json(503, { message: 'failure to get a peer from the ring-balancer' }) },
  gatewayTimeout: { answer: json(504, { message: 'The upstream server is timing out' }) },
  redirect: { answer: { status: 302, headers: { Location: '/login' }, body: '' } },
  htmlLogin: { answer: html(200, 'Sign in') },
  plainText: { answer: { status: 200, headers: { 'Content-Type': 'text/plain' }, body: 'It works!\n' } },
  wrongJson: { answer: json(200, { hello: 'world' }) },
  gzipBroken: { answer: { status: 200, headers: { 'Content-Encoding': 'gzip' }, body: brokenGzip() } },
  resetBeforeHeaders: { answer: (response) => response.socket?.destroy() },
  stall: { answer: (response) => response.writeHead(200, { 'Content-Type': 'application/json' }).flushHeaders() },
  silent: { answer: () => undefined },
  cutOff: { spoil: cutOff },
  resetMidBody: { spoil: resetMidBody },
  trailingComma: { spoil: trailingComma },
  bom: { spoil: bom },
} as const satisfies Record<string, FaultAction>;

export interface FaultSwitch {
  fault: Fault | FaultName | undefined;
  /** The fault that strikes a request of this kind, counted as used. */
  strike(kind: Target['kind']): FaultAction | undefined;
}

export function createFaultSwitch(): FaultSwitch {
  let current: Fault | undefined;
  let left = 0;
  return {
    get fault() {
      return current;
    },
    set fault(fault: Fault | FaultName | undefined) {
      current = typeof fault === 'string' ? { kind: fault } : fault;
      left = current?.times ?? Infinity;
    },
    strike(kind) {
      const fault = current;
      if (!fault || (fault.only ? fault.only !== kind : kind === 'token')) return undefined;
      left -= 1;
      if (left <= 0) current = undefined;
      return typeof fault.kind === 'string' ? faults[fault.kind] : { answer: fault.kind };
    },
  };
}

/** Quotes the header that signs in, as careless gateways do. */
function echo(response: ServerResponse): void {
  const { status, body } = failure(400, `Cannot read ${response.req.headers.authorization ?? ''}`);
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
}

/** The body ends in the middle of the last record, as cleanly as a whole one. */
async function* cutOff(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const [piece, isTail] of withTail(body))
    yield isTail ? piece.subarray(0, Math.floor(piece.length / 2)) : piece;
}

async function* resetMidBody(body: AsyncIterable<Buffer>, response: ServerResponse): AsyncGenerator<Buffer> {
  yield* cutOff(body);
  // The bytes so far leave the process before the connection goes.
  await setImmediate();
  response.socket?.destroy();
  await setImmediate();
}

async function* trailingComma(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const [piece, isTail] of withTail(body)) {
    yield isTail ? Buffer.from(piece.toString('latin1').replaceAll('}]', '},]'), 'latin1') : piece;
  }
}

async function* bom(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield Buffer.from('\uFEFF');
  yield* body;
}

/** Passes the body on with its last bytes, enough to hold the closing brackets, as one piece. */
async function* withTail(body: AsyncIterable<Buffer>): AsyncGenerator<readonly [piece: Buffer, isTail: boolean]> {
  const tailBytes = 200;
  let held = Buffer.alloc(0);
  for await (const piece of body) {
    const joined = Buffer.concat([held, piece]);
    const passed = Math.max(0, joined.length - tailBytes);
    if (passed > 0) yield [joined.subarray(0, passed), false];
    held = joined.subarray(passed);
  }
  yield [held, true];
}

/** Compressed rightly up to the middle, where a block of a type that doesn't exist begins. */
function brokenGzip(): Buffer {
  const half = seedBodies.listV3.slice(0, seedBodies.listV3.length / 2);
  return Buffer.concat([gzipSync(half, { finishFlush: constants.Z_SYNC_FLUSH }), Buffer.alloc(64, 0xff)]);
}

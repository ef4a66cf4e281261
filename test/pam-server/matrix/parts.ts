import type { Reply } from '../replies.ts';
import type { WireFault } from '../wire.ts';

/** A record as short as it may be. */
export function session(id: number): string {
  return `{"id":"${id}","session_id":"${'0'.repeat(39)}${id}","protocol":"ssh"}`;
}

/** A list of two sessions, 1 and 2. */
export const document = `{"code":200,"remote_sessions":[${session(1)},${session(2)}]}`;

/** The head of an answer that went well. */
export function head(...headers: readonly string[]): string {
  return `HTTP/1.1 200 OK\r\n${headers.map((each) => `${each}\r\n`).join('')}\r\n`;
}

/** Of a body that ends with its connection. */
export const closing = head('Content-Type: application/json', 'Connection: close');

export function bytes(...parts: readonly (string | Buffer)[]): Buffer {
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

/** These bytes as a body, whatever they are. */
export function answer(body: string | Buffer): WireFault {
  return { says: bytes(closing, body), then: 'end' };
}

export function ok(body: string, type = 'application/json'): Reply {
  return { status: 200, headers: { 'Content-Type': type }, body };
}

import { bytes, closing, document, head } from './parts.ts';
import type { FaultRow } from './row.ts';

/** What a TCP proxy can do to an answer. */
export const wireRows: readonly FaultRow[] = [
  { fault: 'nobody listens', trouble: { refused: true }, outcome: { code: 'network', reason: 'refused' } },
  {
    fault: 'a reset at once',
    trouble: { wire: { says: '', then: 'reset', unasked: true } },
    outcome: { code: 'network', reason: 'reset' },
  },
  {
    fault: 'a reset before the head',
    trouble: { wire: { says: '', then: 'reset' } },
    outcome: { code: 'network', reason: 'reset' },
  },
  {
    fault: 'an end before the head',
    trouble: { wire: { says: '', then: 'end' } },
    outcome: { code: 'network', reason: 'reset' },
  },
  {
    fault: 'a reset in the head',
    trouble: { wire: { bytes: 30, then: 'reset' } },
    outcome: { code: 'network', reason: 'reset' },
  },
  {
    fault: 'an end in the head',
    trouble: { wire: { bytes: 30, then: 'end' } },
    outcome: { code: 'network', reason: 'reset' },
  },
  { fault: 'a reset in the body', trouble: { server: 'resetMidBody' }, outcome: { code: 'truncated' } },
  {
    fault: 'an end in the body',
    trouble: { wire: { bytes: 1000, then: 'end' } },
    ask: 'list',
    outcome: { code: 'truncated' },
  },
  { fault: 'a body cut off cleanly', trouble: { server: 'cutOff' }, outcome: { code: 'truncated' } },
  {
    fault: 'silence',
    trouble: { wire: { says: '', then: 'hold' } },
    outcome: { code: 'timeout', reason: 'firstByte' },
  },
  {
    fault: 'silence in the head',
    trouble: { wire: { bytes: 30, then: 'hold' } },
    outcome: { code: 'timeout', reason: 'firstByte' },
  },
  {
    fault: 'silence after the head',
    trouble: { server: 'stall' },
    outcome: { code: 'timeout', reason: 'idle' },
  },
  {
    fault: 'silence in the body',
    trouble: { wire: { bytes: 1000, then: 'hold' } },
    ask: 'list',
    outcome: { code: 'timeout', reason: 'idle' },
  },
  {
    fault: 'silence that a person has enough of',
    trouble: { wire: { says: '', then: 'hold' } },
    cancels: true,
    outcome: { code: 'cancelled' },
  },
  {
    fault: 'a slow drip, byte by byte',
    trouble: { wire: { says: bytes(closing, document), atOnce: 1, then: 'end' } },
    outcome: { sessions: 2 },
  },
  {
    fault: 'garbage',
    trouble: { wire: { says: '\u0000\u0001\u0002 garbage\r\n\r\n', then: 'end' } },
    outcome: { code: 'network', reason: 'notHttp' },
  },
  {
    fault: 'an SSH server',
    trouble: { wire: { says: 'SSH-2.0-OpenSSH_9.9\r\n', then: 'hold', unasked: true } },
    outcome: { code: 'network', reason: 'notHttp' },
  },
  {
    fault: 'a head without end',
    trouble: { wire: { says: `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}`, then: 'hold' } },
    outcome: { code: 'network', reason: 'notHttp' },
  },
  {
    fault: 'two lengths at once',
    trouble: { wire: { says: head('Content-Length: 5', 'Transfer-Encoding: chunked') + chunk(document), then: 'end' } },
    outcome: { code: 'network', reason: 'notHttp' },
  },
  {
    fault: 'a length that is too long',
    trouble: { wire: { says: head(`Content-Length: ${document.length + 9}`) + document, then: 'end' } },
    outcome: { code: 'truncated' },
  },
  {
    fault: 'a length that is too long, and silence',
    trouble: { wire: { says: head(`Content-Length: ${document.length + 9}`) + document, then: 'hold' } },
    outcome: { code: 'timeout', reason: 'idle' },
  },
  {
    fault: 'a length that is too short',
    trouble: { wire: { says: head(`Content-Length: ${document.length - 9}`) + document, then: 'end' } },
    outcome: { code: 'truncated' },
  },
  {
    fault: 'garbage behind the answer',
    trouble: { wire: { says: `${head(`Content-Length: ${document.length}`)}${document} garbage`, then: 'end' } },
    outcome: { sessions: 2 },
  },
  {
    fault: 'garbage between chunks',
    trouble: {
      wire: { says: `${head('Transfer-Encoding: chunked')}${chunk(document.slice(0, 50))}zz\r\n`, then: 'end' },
    },
    outcome: { code: 'truncated' },
  },
  {
    fault: 'chunks without the last one',
    trouble: { wire: { says: head('Transfer-Encoding: chunked') + chunk(document.slice(0, 50)), then: 'end' } },
    outcome: { code: 'truncated' },
  },
  {
    fault: 'HTTP/1.0 without a length',
    trouble: { wire: { says: `HTTP/1.0 200 OK\r\n\r\n${document}`, then: 'end' } },
    outcome: { sessions: 2 },
  },
  {
    fault: 'HTTP/1.0 cut off',
    trouble: { wire: { says: `HTTP/1.0 200 OK\r\n\r\n${document.slice(0, -9)}`, then: 'end' } },
    outcome: { code: 'truncated' },
  },
  {
    fault: 'early hints first',
    trouble: {
      wire: { says: `HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n${closing}${document}`, then: 'end' },
    },
    outcome: { sessions: 2 },
  },
];

function chunk(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
}

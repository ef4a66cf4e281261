import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { html } from '../replies.ts';
import type { WireFault } from '../wire.ts';
import { answer, bytes, document, head } from './parts.ts';
import type { FaultRow } from './row.ts';

const zipped = gzipSync(document);
const gzipHead = head('Content-Encoding: gzip', 'Connection: close');

/** Statuses whose pages gateways make themselves, with the head of the answer that they replace. */
const pages = [
  [403, { code: 'notJson', reason: 'webPage' }],
  [404, { code: 'notJson', reason: 'webPage' }],
  [500, { code: 'unexpectedServerError' }],
] as const;

/** Bodies zipped badly, or too well. */
export const zipRows: readonly FaultRow[] = [
  { fault: 'a good gzip', trouble: { wire: gzip(zipped) }, outcome: { sessions: 2 } },
  { fault: 'gzip in two members', trouble: { wire: gzip(inTwoMembers()) }, outcome: { sessions: 2 } },
  { fault: 'gzip and zeros', trouble: { wire: gzip(bytes(zipped, Buffer.alloc(9))) }, outcome: { sessions: 2 } },
  { fault: 'gzip and garbage', trouble: { wire: gzip(bytes(zipped, 'garbage')) }, outcome: { code: 'notJson' } },
  { fault: 'gzip broken in the middle', trouble: { server: 'gzipBroken' }, outcome: { code: 'notJson' } },
  { fault: 'gzip cut off', trouble: { wire: gzip(zipped.subarray(0, -12)) }, outcome: { code: 'truncated' } },
  { fault: 'gzip without its sum', trouble: { wire: gzip(zipped.subarray(0, -8)) }, outcome: { code: 'truncated' } },
  {
    fault: 'gzip with a wrong sum',
    trouble: { wire: gzip(bytes(zipped.subarray(0, -8), Buffer.alloc(4), zipped.subarray(-4))) },
    outcome: { code: 'notJson' },
  },
  { fault: 'gzip that is none', trouble: { wire: gzip(Buffer.from(document)) }, outcome: { sessions: 2 } },
  {
    fault: 'gzip that is none, byte by byte',
    trouble: { wire: { ...gzip(Buffer.from(document)), atOnce: 1 } },
    outcome: { sessions: 2 },
  },
  {
    fault: 'gzip that is none, after a byte order mark',
    trouble: { wire: gzip(Buffer.from(`\uFEFF${document}`)) },
    outcome: { sessions: 2 },
  },
  { fault: 'gzip, byte by byte', trouble: { wire: { ...gzip(zipped), atOnce: 1 } }, outcome: { sessions: 2 } },
  { fault: 'gzip that is nothing', trouble: { wire: gzip(Buffer.alloc(0)) }, outcome: { code: 'truncated' } },
  { fault: 'deflate by the book', trouble: { wire: deflated(deflateSync(document)) }, outcome: { sessions: 2 } },
  { fault: 'deflate by custom', trouble: { wire: deflated(deflateRawSync(document)) }, outcome: { sessions: 2 } },
  { fault: 'deflate that is none', trouble: { wire: deflated(Buffer.from(document)) }, outcome: { sessions: 2 } },
  { fault: 'deflate that is gzip', trouble: { wire: deflated(zipped) }, outcome: { sessions: 2 } },
  { fault: 'gzip that is deflate', trouble: { wire: gzip(deflateSync(document)) }, outcome: { sessions: 2 } },
  {
    fault: 'deflate cut off',
    trouble: { wire: deflated(deflateSync(document).subarray(0, -12)) },
    outcome: { code: 'truncated' },
  },
  ...pages.flatMap(([status, outcome]): readonly FaultRow[] => [
    {
      fault: `${status} with nothing in it that says it is zipped`,
      trouble: { server: { status, headers: { 'Content-Encoding': 'gzip' }, body: '' } },
      outcome: { code: 'requestRefused' },
      facts: { status },
    },
    {
      fault: `${status} with a page that says it is zipped`,
      trouble: {
        server: {
          status,
          headers: { ...html(status, '').headers, 'Content-Encoding': 'gzip' },
          body: html(status, 'No').body,
        },
      },
      outcome,
      facts: { status, serverText: 'No' },
    },
  ]),
  {
    fault: 'gzip that nobody mentions',
    trouble: { wire: answer(zipped) },
    outcome: { code: 'notJson' },
  },
  {
    fault: 'a gzip bomb',
    trouble: { wire: { says: () => [Buffer.from(gzipHead), gzipSync(Buffer.alloc(1 << 26, ' '))], then: 'end' } },
    outcome: { code: 'tooLarge' },
  },
];

function gzip(body: Buffer): WireFault {
  return { says: bytes(gzipHead, body), then: 'end' };
}

function deflated(body: Buffer): WireFault {
  return { says: bytes(head('Content-Encoding: deflate', 'Connection: close'), body), then: 'end' };
}

function inTwoMembers(): Buffer {
  return bytes(gzipSync(document.slice(0, 40)), gzipSync(document.slice(40)));
}

import { gzipSync } from 'node:zlib';
import type { WireFault } from '../wire.ts';
import { answer, bytes, document, head } from './parts.ts';
import type { FaultRow } from './row.ts';

const zipped = gzipSync(document);
const gzipHead = head('Content-Encoding: gzip', 'Connection: close');

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
  { fault: 'gzip that is none', trouble: { wire: gzip(Buffer.from(document)) }, outcome: { code: 'notJson' } },
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

function inTwoMembers(): Buffer {
  return bytes(gzipSync(document.slice(0, 40)), gzipSync(document.slice(40)));
}

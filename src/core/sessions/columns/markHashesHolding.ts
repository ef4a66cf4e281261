import { hashBytes } from './packedHash.ts';

const digits = hashBytes * 2;

/**
 * Calls `mark` with the number of each hash that contains these hexadecimal digits, which may begin in the middle of a
 * byte. `hashes` holds the hashes one behind the other.
 */
export function markHashesHolding(hashes: Buffer, wanted: string, mark: (at: number) => void): void {
  if (wanted.length < 3) {
    markInText(hashes.toString('hex'), wanted, mark);
  } else {
    markInBytes(hashes, wanted, 0, mark);
    markInBytes(hashes, wanted, 1, mark);
  }
}

function markInText(text: string, wanted: string, mark: (row: number) => void): void {
  for (let at = text.indexOf(wanted); at >= 0;) {
    const row = Math.floor(at / digits);
    const next = (row + 1) * digits;
    const isWithin = at + wanted.length <= next;
    if (isWithin) {
      mark(row);
    }
    at = text.indexOf(wanted, isWithin ? next : at + 1);
  }
}

/**
 * Searches for the whole bytes of `wanted`, which follow its first `shift` digits, and then compares the digits around
 * them.
 */
function markInBytes(page: Buffer, wanted: string, shift: 0 | 1, mark: (row: number) => void): void {
  const bytes = Buffer.from(wanted.slice(shift), 'hex');
  const head = shift === 0 ? -1 : parseInt(wanted.charAt(0), 16);
  const tail = (wanted.length - shift) % 2 === 0 ? -1 : parseInt(wanted.at(-1) ?? '', 16);
  for (let at = page.indexOf(bytes); at >= 0; at = page.indexOf(bytes, at + 1)) {
    const row = Math.floor(at / hashBytes);
    const begin = at * 2 - shift;
    const fits =
      begin >= row * digits &&
      begin + wanted.length <= (row + 1) * digits &&
      (head < 0 || ((page[at - 1] ?? 0) & 15) === head) &&
      (tail < 0 || (page[at + bytes.length] ?? 0) >> 4 === tail);
    if (fits) {
      mark(row);
    }
  }
}

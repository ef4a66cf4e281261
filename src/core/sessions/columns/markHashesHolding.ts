import { hashBytes } from './packedHash.ts';

const digits = hashBytes * 2;

/**
 * Calls `mark` with the number of each hash that contains these hexadecimal digits, which may begin in the middle of a
 * byte. `hashes` holds the hashes one behind the other.
 */
export function markHashesHolding(hashes: Buffer, wanted: string, mark: (at: number) => void): void {
  if (wanted.length === 1) {
    markDigit(hashes, parseInt(wanted, 16), mark);
  } else if (wanted.length === 2) {
    markPair(hashes, parseInt(wanted, 16), mark);
  } else {
    markInBytes(hashes, wanted, 0, mark);
    markInBytes(hashes, wanted, 1, mark);
  }
}

/** Nearly every hash has any one digit, most of them among their first bytes. */
function markDigit(hashes: Buffer, digit: number, mark: (at: number) => void): void {
  const holds = Uint8Array.from({ length: 256 }, (_, byte) => Number(byte >> 4 === digit || (byte & 15) === digit));
  for (let begin = 0; begin < hashes.length; begin += hashBytes) {
    const end = begin + hashBytes;
    let at = begin;
    while (at < end && holds[hashes[at] ?? 0] === 0) {
      at++;
    }
    if (at < end) {
      mark(begin / hashBytes);
    }
  }
}

/** Marks where two digits are a byte, or the last digit of one and the first of the next. */
function markPair(hashes: Buffer, pair: number, mark: (at: number) => void): void {
  for (let begin = 0; begin < hashes.length; begin += hashBytes) {
    const end = begin + hashBytes;
    // No byte stands before the first one, so nothing may be found there.
    let before = ~(pair >> 4);
    for (let at = begin; at < end; at++) {
      const byte = hashes[at] ?? 0;
      if (byte === pair || (((before << 4) | (byte >> 4)) & 0xff) === pair) {
        mark(begin / hashBytes);
        break;
      }
      before = byte;
    }
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

/**
 * The position of the next byte that is not a blank, or the end. All bytes up to the blank character count as blanks.
 */
export function skipBlanks(bytes: Buffer, at: number): number {
  let position = at;
  while (position < bytes.length && (bytes[position] ?? 0) <= 0x20) {
    position++;
  }
  return position;
}

export function isBlank(bytes: Buffer): boolean {
  return skipBlanks(bytes, 0) === bytes.length;
}

/** As `skipBlanks`, but only blanks as JSON defines them, which are fewer. */
export function skipJsonBlanks(bytes: Uint8Array, at: number): number {
  let position = at;
  for (; position < bytes.length; position++) {
    const byte = bytes[position] ?? 0;
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) {
      break;
    }
  }
  return position;
}

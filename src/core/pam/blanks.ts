/** The position of the next byte that is no blank, or the end. */
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

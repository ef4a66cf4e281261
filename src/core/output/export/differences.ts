import { createHash } from 'node:crypto';
import type { Manifest } from './manifest.ts';
import { RowCounter } from './rowCounter.ts';

/** What can be seen of a file, which its manifest tells, too. */
export type Seen = Pick<Manifest, 'file' | 'sha256' | 'bytes' | 'rows'>;

/** One thing that a manifest tells of a file and that is otherwise. */
export type Difference = {
  readonly [Key in keyof Seen]: { readonly kind: Key; readonly told: Seen[Key]; readonly seen: Seen[Key] };
}[keyof Seen];

/** Looks through a file whose bytes come in pieces, to compare it with what its manifest tells. */
export async function look(
  file: string,
  pieces: AsyncIterable<Uint8Array>,
  { format }: Pick<Manifest, 'format'>,
): Promise<Seen> {
  const hash = createHash('sha256');
  const counter = new RowCounter(format);
  let bytes = 0;
  for await (const piece of pieces) {
    hash.update(piece);
    counter.add(piece);
    bytes += piece.length;
  }
  return { file, sha256: hash.digest('hex'), bytes, rows: counter.rows };
}

/** In what a file is not the one that its manifest speaks of; empty where it is. */
export function differences(told: Seen, seen: Seen): readonly Difference[] {
  const all: readonly Difference[] = [
    { kind: 'file', told: told.file, seen: seen.file },
    { kind: 'bytes', told: told.bytes, seen: seen.bytes },
    { kind: 'rows', told: told.rows, seen: seen.rows },
    { kind: 'sha256', told: told.sha256.toLowerCase(), seen: seen.sha256 },
  ];
  return all.filter((each) => each.told !== each.seen);
}

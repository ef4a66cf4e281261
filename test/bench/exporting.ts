import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Held } from './ways/way.ts';

/** One export of a whole list to a file, as JSON. */
export interface Exported {
  /** Milliseconds, until the file is there. */
  readonly wall: number;
  /** The most resident memory that was seen meanwhile, above that from before, in bytes. */
  readonly peak: number;
}

/** Writes a list in memory to a file. */
export async function exportFrom(held: Held): Promise<Exported> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pam-bench-export-'));
  try {
    globalThis.gc?.();
    const before = process.memoryUsage.rss();
    let most = before;
    const begin = performance.now();
    await held.exportTo(path.join(folder, 'list.json'), () => (most = Math.max(most, process.memoryUsage.rss())));
    return { wall: performance.now() - begin, peak: most - before };
  } finally {
    await rm(folder, { recursive: true });
  }
}

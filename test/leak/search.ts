import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { formsOf } from './forms.ts';

/** A place where a word was found that must not be there. */
export interface Leak {
  readonly file: string;
  /** What stands around it, as far as it can be read. */
  readonly excerpt: string;
}

/** Searches all files under a folder for a word in any form, in UTF-8 and in UTF-16 (a browser's storage has both). */
export async function search(folder: string, word: string): Promise<readonly Leak[]> {
  const patterns = formsOf(word).flatMap((form) => [Buffer.from(form), Buffer.from(form, 'utf16le')]);
  const leaks: Leak[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const content = await readFile(file);
    for (const pattern of patterns) {
      const at = content.indexOf(pattern);
      if (at >= 0) leaks.push({ file: path.relative(folder, file), excerpt: excerptOf(content, at) });
    }
  }
  return leaks;
}

function excerptOf(content: Buffer, at: number): string {
  const around = content.toString('latin1', Math.max(0, at - 60), at + 60);
  return around.replaceAll(/[^\x20-\x7e]/g, '.');
}

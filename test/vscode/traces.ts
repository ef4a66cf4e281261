import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Frame, Page } from 'playwright-core';

/** Where to put what was gathered: VS Code's own logs lie in the same folder. */
export function logsOf(userDataDir: string): string {
  return path.join(userDataDir, 'logs');
}

/** Writes texts into the logs of a run: file name → text. */
export async function keepTexts(userDataDir: string, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(texts)) {
    const file = path.join(logsOf(userDataDir), name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** What the page shows in all its frames, what the browser keeps for it, and what is on the clipboard. */
export async function contentsOf(page: Page): Promise<string> {
  const parts = await Promise.all(page.frames().map((frame) => frameContents(frame)));
  const clipboard = page.evaluate(() => navigator.clipboard.readText()).catch(() => '');
  return [...parts, await clipboard].join('\n');
}

async function frameContents(frame: Frame): Promise<string> {
  // A frame may go while it is read, and one of another origin keeps nothing.
  const contents = [frame.evaluate(shown), frame.evaluate(kept)].map((text) => text.catch(() => ''));
  return [`<!-- ${frame.url()} -->`, ...(await Promise.all(contents))].join('\n');
}

/** Runs in the page: elements, shadow roots and what stands in boxes. */
function shown(): string {
  const rootsUnder = (root: ParentNode): readonly ShadowRoot[] =>
    [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot === null ? [] : [shadowRoot, ...rootsUnder(shadowRoot)],
    );
  const roots = rootsUnder(document).map(({ innerHTML }) => innerHTML);
  const inputs = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value);
  return [document.documentElement.outerHTML, ...roots, ...inputs].join('\n');
}

/** Runs in the page: all its storage. */
async function kept(): Promise<string> {
  const result = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('The database cannot be read.'));
    });
  const textOf = (value: unknown) =>
    JSON.stringify(value, (_key, part: unknown) =>
      part instanceof Uint8Array ? new TextDecoder().decode(part) : part,
    );
  const texts = [localStorage, sessionStorage].flatMap((storage) => Object.entries(storage).map(String));
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await result(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const items = database.transaction(store).objectStore(store);
      texts.push(name, store, textOf(await result(items.getAllKeys())), textOf(await result(items.getAll())));
    }
    database.close();
  }
  return texts.join('\n');
}

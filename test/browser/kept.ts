import type { Page } from 'playwright-core';

/**
 * Waits until VS Code has written down, as it does every few seconds in a browser, that a webview with exactly this
 * state is to come back after a reload.
 */
export function becomesKept(page: Page, state: object): Promise<void> {
  return becomesWritten(page, 'memento/workbench.parts.editor', `"state":"${JSON.stringify(state)}"`);
}

/** Waits until VS Code has written down something that our extension keeps for the workspace. */
export function becomesRemembered(page: Page, text: string): Promise<void> {
  return becomesWritten(page, 'pam-sessions.pam-sessions', text);
}

async function becomesWritten(page: Page, key: string, text: string): Promise<void> {
  await page.evaluate(
    async ({ key, expected }) => {
      const result = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
      const names = (await indexedDB.databases()).map(({ name = '' }) => name);
      const database = await result(indexedDB.open(names.find((name) => name.includes('empty-window')) ?? ''));
      for (;;) {
        const items = database.transaction('ItemTable').objectStore('ItemTable');
        const value = await result<unknown>(items.get(key));
        if (String(value).replaceAll('\\', '').includes(expected)) break;
        await new Promise(requestAnimationFrame);
      }
      database.close();
    },
    { key, expected: text },
  );
}

import type { Page } from 'playwright-core';

/**
 * Waits until VS Code has written down, as it does every few seconds in a browser, that a webview with exactly this
 * state is to come back after a reload.
 */
export async function becomesKept(page: Page, state: object): Promise<void> {
  await page.evaluate(
    async (expected) => {
      const result = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
      const names = (await indexedDB.databases()).map(({ name = '' }) => name);
      const database = await result(indexedDB.open(names.find((name) => name.includes('empty-window')) ?? ''));
      for (;;) {
        const items = database.transaction('ItemTable').objectStore('ItemTable');
        const editors = await result<unknown>(items.get('memento/workbench.parts.editor'));
        if (String(editors).replaceAll('\\', '').includes(expected)) break;
        await new Promise(requestAnimationFrame);
      }
      database.close();
    },
    `"state":"${JSON.stringify(state)}"`,
  );
}

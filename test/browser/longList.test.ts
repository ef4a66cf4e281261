import type { Page } from 'playwright-core';
import { serveLists, type ListServer } from '../bench/serving.ts';
import { credentials } from '../pam-server/authentication.ts';
import { startWorkbench, tidyUp, type Workbench } from './workbench.ts';

const sessions = 100_000;

describe(`a list of ${sessions.toLocaleString('en')} sessions, in the workbench`, () => {
  let server: ListServer | undefined;
  let workbench: Workbench | undefined;

  tidyUp(
    () => workbench,
    () => undefined,
  );
  after(() => server?.[Symbol.asyncDispose]());

  it('tells how long a person waits after a click on Refresh', async () => {
    server = await serveLists([sessions]);
    const baseUrl = server.url(sessions, 'uncompressed');
    // While the server is away nothing is loaded, so that the click begins a first load.
    await server[Symbol.asyncDispose]();
    const auth = { kind: 'oauth1', ...credentials.oauth1 };
    workbench = await startWorkbench({ id: 'long', name: 'Long', baseUrl, flavour: 'v4', auth, verify: false });
    const { page, tree, run } = workbench;
    await run('Focus on PAM Sessions View');
    await tree.first().waitFor();
    server = await serveLists([sessions], Number(new URL(baseUrl).port));

    const shown = watch(page);
    await page.getByRole('button', { name: 'Refresh' }).first().click();
    const { first, whole } = await shown;
    console.log(`      first row after ${first.toFixed(0)} ms, the whole tree after ${whole.toFixed(0)} ms`);
  });
});

/** Milliseconds from the next click to the first group in the tree, and until its groups hold all sessions. */
function watch(page: Page): Promise<{ readonly first: number; readonly whole: number }> {
  return page.evaluate(
    (total) =>
      new Promise((resolve) => {
        let clicked = NaN;
        let first = NaN;
        const options = { capture: true, once: true };
        document.addEventListener('click', () => (clicked = performance.now()), options);
        const look = () => {
          const now = performance.now();
          const labels = Array.from(document.querySelectorAll('[role=treeitem]'), (row) => row.ariaLabel ?? '');
          const counts = labels.flatMap((label) => /, ([\d.,]+) sessions?$/.exec(label)?.[1]?.replace(/\D/g, '') ?? []);
          if (counts.length > 0 && Number.isNaN(first)) {
            first = now;
          }
          if (counts.reduce((sum, count) => sum + Number(count), 0) === total) {
            resolve({ first: first - clicked, whole: now - clicked });
          } else {
            requestAnimationFrame(look);
          }
        };
        look();
      }),
    sessions,
  );
}

import axe from 'axe-core';
import type { FrameLocator } from 'playwright-core';

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** The themes that pages are looked at in, by the class VS Code gives a page's body for each kind. */
export const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
} as const;

/** What axe-core complains of in a webview's page: rule and elements. */
export async function complaintsOf(webview: FrameLocator): Promise<readonly string[]> {
  const body = await webview.locator('body').elementHandle();
  const frame = await body.ownerFrame();
  if (!frame) throw new Error('The webview has no page.');
  // Evaluated from outside, so the page's content security policy stays as it is.
  await frame.evaluate(axe.source);
  // Rows of a table are all alike, and looking at each of them takes axe-core seconds.
  const { violations } = await frame.evaluate(() => window.axe.run({ exclude: '[role=row]:nth-child(n + 8)' }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`);
}

import type { Locator, Page } from 'playwright-core';

/** The session_id that a test's session with this id has. */
export function sessionIdOf(id: number): string {
  return id.toString(16).padStart(40, 'a');
}

/** The row of the tree that a screen reader gives a name with this text: a session's holds its whole start. */
export function named(tree: Locator, text: string): Locator {
  return tree.and(tree.page().locator(`[aria-label*="${text}"]`));
}

/** Waits until the tree takes keys. */
export function treeTakesKeys(page: Page): Promise<void> {
  return page.getByRole('tree', { name: 'PAM Sessions' }).and(page.locator(':focus')).waitFor();
}

/** A plain record of the server, with what a test cares about changed. */
export function session(id: number, changes: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    id: String(id),
    user: 'operator01',
    origin_ip: '172.16.0.5',
    credential: 'root',
    protocol: 'ssh',
    proxy: 'Terminal Proxy',
    session_id: sessionIdOf(id),
    end: '2026-01-08 00:00:00',
    time: '00:10:00',
    prevent_purge: 'No',
    request: null,
    ITSM: null,
    ...changes,
  };
}

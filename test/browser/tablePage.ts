import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { session } from './rows.ts';
import type { Workbench } from './workbench.ts';

/** Ten users with 200 sessions each; later ids start later, and the newest one is live. */
export const rows = Array.from({ length: 2000 }, (_, at) => row(at + 1));
export const newest = 2000;

/** What a person finds in a table, and waits for. */
export interface TablePage {
  readonly grid: Locator;
  /** The row of the session with this id, if it is laid out. */
  readonly rowOf: (id: number) => Locator;
  readonly column: (name: string) => Locator;
  readonly firstRowIs: (id: number) => Promise<void>;
  readonly status: (text: string) => Promise<void>;
  /** Waits for the cursor to be there, with this text, and for a screen reader to be told. */
  readonly cursorIn: (within: Locator, text?: string) => Promise<void>;
}

export function tablePage(table: FrameLocator): TablePage {
  const grid = table.getByRole('grid');
  const rowOf = (id: number) => {
    const itsId = table.locator('[role=gridcell][data-column=id]').getByText(String(id), { exact: true });
    return table.getByRole('row').filter({ has: itsId });
  };
  return {
    grid,
    rowOf,
    column: (name) => table.getByRole('columnheader', { name, exact: true }),
    firstRowIs: (id) => rowOf(id).and(table.locator('[aria-rowindex="2"]')).waitFor(),
    status: (text) => table.getByRole('status').getByText(text, { exact: true }).waitFor(),
    async cursorIn(within, text) {
      const cell = within.locator('.cursor');
      await (text === undefined ? cell : cell.filter({ hasText: new RegExp(`^${text}$`) })).waitFor();
      assert.equal(await grid.getAttribute('aria-activedescendant'), await cell.getAttribute('id'));
    },
  };
}

export async function widthOf(element: Locator): Promise<number> {
  return Math.round((await element.boundingBox())?.width ?? 0);
}

export function startOf(id: number): string {
  return new Date(Date.UTC(2026, 0, 5) + id * 60_000).toISOString().slice(0, 19).replace('T', ' ');
}

export function row(id: number): Readonly<Record<string, unknown>> {
  const device = `10.0.0.${id % 7}:22`;
  return session(id, {
    device,
    protocol: id % 100 === 0 ? 'rdp' : 'ssh',
    user: `operator${String(id % 10).padStart(2, '0')}`,
    start: startOf(id),
    ...(id === 2000 ? { end: null, time: null } : {}),
  });
}

/** Opens a table that nobody has touched yet, with the keyboard in it. */
export async function openTable(workbench: Workbench): Promise<void> {
  const { grid, rowOf } = tablePage(workbench.detail);
  await workbench.run('View: Close All Editors');
  await workbench.page.getByRole('tab', { name: /^Sessions: / }).waitFor({ state: 'detached' });
  await workbench.run('Open as Table');
  await grid.waitFor();
  await rowOf(newest).waitFor();
  await grid.focus();
}

/** Chooses from the menu that is open; a menu takes no click in its first moment. */
export async function chooseInMenu({ page }: Workbench, name: string): Promise<void> {
  await page.getByRole('menuitem', { name }).hover();
  await page.keyboard.press('Enter');
}

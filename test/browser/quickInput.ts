import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** The wizard as a person at the keyboard goes through it; boxes are found by the name a screen reader gives them. */
export interface QuickInput {
  /** Waits for a box and types into it in place of what stands there, then goes on. */
  readonly answer: (label: string, text: string) => Promise<void>;
  /** Waits for a box and types, but does not go on. */
  readonly type: (label: string, text: string) => Promise<void>;
  /** Goes on with what stands in a box, or with the choice that is active in a list. */
  readonly accept: (label: string) => Promise<void>;
  readonly back: () => Promise<void>;
  /** Asserts what stands in a box. */
  readonly holds: (label: string, text: string) => Promise<void>;
}

export function quickInput(page: Page): QuickInput {
  const box = async (label: string): Promise<Locator> => {
    const name = new RegExp(`(^|: | - )${label.replace('?', '\\?')}$`);
    const found = page.getByRole('textbox', { name }).or(page.getByRole('combobox', { name }));
    await found.waitFor();
    return found;
  };
  const type = async (label: string, text: string) => {
    await box(label);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(text);
  };
  return {
    type,
    answer: async (label, text) => {
      await type(label, text);
      await page.keyboard.press('Enter');
    },
    accept: async (label) => {
      await box(label);
      await page.keyboard.press('Enter');
    },
    back: () => page.keyboard.press('Control+Alt+Minus'),
    holds: async (label, text) => assert.equal(await (await box(label)).inputValue(), text),
  };
}

/** Waits until a box takes keys: what had the focus before may still be giving it up. */
export function takesKeys(page: Page): Promise<void> {
  return page.locator('.quick-input-widget input:focus').waitFor();
}

/** Waits until this, and nothing else, stands in the box that is open. */
export async function boxHolds(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector<HTMLInputElement>('.quick-input-widget input[type=text]')?.value === wanted,
    text,
  );
}

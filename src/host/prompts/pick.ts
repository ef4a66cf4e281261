import { window } from 'vscode';

/** A person closed a prompt without an answer. This is not an error, and nothing has been changed. */
export class Dismissed extends Error {
  override readonly name = 'Dismissed';
}

/** What can be picked, and how it looks. */
export interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
}

/** One choice of several. Rejects with `Dismissed`. */
export async function pick<Value>(title: string, choices: readonly Choice<Value>[]): Promise<Value> {
  const chosen = await window.showQuickPick(choices, { title, ignoreFocusOut: true });
  if (chosen === undefined) {
    throw new Dismissed();
  }
  return chosen.value;
}

import { window } from 'vscode';
import { attend, type Answered, type Frame } from './attend.ts';
import type { Extra } from './draft.ts';
import type { SomeQuestion } from './question.ts';

/** Asks for any number of several. */
export async function askForSome(
  { choices, placeholder }: SomeQuestion,
  frame: Frame,
  values: readonly Extra[],
): Promise<Answered<readonly Extra[]>> {
  const list = window.createQuickPick<(typeof choices)[number]>();
  list.canSelectMany = true;
  list.items = choices;
  list.placeholder = placeholder;
  list.selectedItems = choices.filter((choice) => values.includes(choice.value));
  return attend(list, frame, { answer: () => list.selectedItems.map(({ value }) => value), mayAccept: () => true });
}

import { window } from 'vscode';
import { attend, type Answered, type Frame } from './attend.ts';
import type { OneQuestion } from './question.ts';

/** Asks for one of several. */
export async function askForOne(
  { choices, placeholder }: OneQuestion,
  frame: Frame,
  value: string | undefined,
): Promise<Answered<string | undefined>> {
  const list = window.createQuickPick<(typeof choices)[number]>();
  list.items = choices;
  list.placeholder = placeholder;
  list.matchOnDescription = true;
  // With an empty array no choice would be active, and Enter would do nothing.
  list.activeItems = [choices.find((choice) => choice.value === value) ?? choices[0]].filter(
    (choice) => choice !== undefined,
  );
  const chosen = () => list.selectedItems[0]?.value;
  return attend(list, frame, { answer: () => chosen() ?? value, mayAccept: () => chosen() !== undefined });
}

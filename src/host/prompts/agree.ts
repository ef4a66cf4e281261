import { window } from 'vscode';
import { Dismissed } from './pick.ts';

/** Asks a question whose answer changes something; resolves to the button pressed. Rejects with `Dismissed`. */
export async function agree<Button extends string>(
  question: string,
  detail: string,
  ...buttons: readonly [Button, ...Button[]]
): Promise<Button> {
  const pressed = await window.showWarningMessage<string>(question, { modal: true, detail }, ...buttons);
  const button = buttons.find((each) => each === pressed);
  if (button === undefined) {
    throw new Dismissed();
  }
  return button;
}

import { env, window } from 'vscode';

/** How long a person has to read that something was copied. */
export const copiedMilliseconds = 4000;

/** Puts text on the clipboard and says so in the status bar. */
export async function copyText(text: string, message: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(message, copiedMilliseconds);
}

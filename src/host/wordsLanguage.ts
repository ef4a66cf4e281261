import { env, l10n } from 'vscode';

/** The language of our words (BCP 47), and of numbers and dates among them: English where VS Code has no others. */
export function wordsLanguage(): string {
  return l10n.bundle === undefined ? 'en' : env.language;
}

/** Whether it is one in which a query can call fields, too: Portuguese or Spanish. */
export function hasLocalNames(): boolean {
  return /^(pt|es)\b/.test(wordsLanguage());
}

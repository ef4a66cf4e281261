import { wordsLanguage } from './wordsLanguage.ts';

/** Names one after the other, as the language of our words lists them. */
export function listText(names: readonly string[]): string {
  return new Intl.ListFormat(wordsLanguage(), { type: 'unit', style: 'short' }).format(names);
}

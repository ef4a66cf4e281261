import { wordsLanguage } from './wordsLanguage.ts';

/** A count as people read it in the language of our words. */
export function countText(count: number): string {
  return count.toLocaleString(wordsLanguage());
}

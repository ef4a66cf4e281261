import { wordsLanguage } from './wordsLanguage.ts';

/**
 * Of two sentences with a count in them, the one that the count takes in the language of our words. `one` is for more than
 * 1 in some of them (Portuguese has it for 0, too), so both hold the count as a placeholder.
 */
export function plural(count: number, one: string, other: string): string {
  return new Intl.PluralRules(wordsLanguage()).select(count) === 'one' ? one : other;
}

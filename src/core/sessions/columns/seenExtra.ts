import type { Seen } from './textsHolding.ts';

/**
 * The value of an unknown field as a person sees it: a text as it is, an empty text for null, and anything else as its
 * JSON.
 */
export function seenValue(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  return value === undefined || value === null ? '' : JSON.stringify(value);
}

/** What a person sees of a text that may be missing. */
export function seenText(text: string | null, seen: Seen | undefined): string {
  return text === null ? '' : (seen?.(text) ?? text);
}

/** As `seenValue`, for the JSON of a value. */
export function seenExtra(json: string): string {
  return seenValue(JSON.parse(json));
}

/** The values in the JSON of an object, parted so that no search can match across two of them. */
export function seenManyExtra(json: string): string {
  return Object.values(JSON.parse(json) as object)
    .map(seenValue)
    .join('\0');
}

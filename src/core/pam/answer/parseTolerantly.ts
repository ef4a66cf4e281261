import { parse, type ParseError } from 'jsonc-parser';

export interface TolerantlyParsed {
  /** As much as could be read. */
  readonly value: unknown;
  /** Where the text is no JSON for the first time; undefined when it is sound. */
  readonly brokenAt: number | undefined;
}

/** Parses JSON with trailing commas, as the documentation's own examples have them. */
export function parseTolerantly(text: string): TolerantlyParsed {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true, disallowComments: true });
  return { value, brokenAt: errors[0]?.offset };
}

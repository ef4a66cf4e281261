import { parse, type ParseError } from 'jsonc-parser';

export interface TolerantlyParsed {
  /** As much of the value as could be read. */
  readonly value: unknown;
  /** The position from which on the text is not JSON; undefined if it is. */
  readonly brokenAt: number | undefined;
}

/** Parses JSON that may have trailing commas, as the examples of the documentation do. It does not throw. */
export function parseTolerantly(text: string): TolerantlyParsed {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true, disallowComments: true });
  return { value, brokenAt: errors[0]?.offset };
}

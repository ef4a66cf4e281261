/** Letters that are written from right to left, of any script (Unicode's blocks for them). */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A text that can stand beside others on one line. If it has letters that are written from right to left, it is
 * isolated, so that numbers or signs next to it keep their places.
 */
export function isolated(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}

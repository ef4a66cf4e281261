/** Puts a value into a text of the host, in place of its `{0}`. */
export function fillPlaceholder(text: string, value: string | number): string {
  return text.replace('{0}', () => String(value));
}

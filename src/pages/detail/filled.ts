/** A text of the host with a value in its one gap, which is written `{0}`. */
export function filled(text: string, value: string | number): string {
  return text.replace('{0}', () => String(value));
}

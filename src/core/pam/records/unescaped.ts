/** The text of a JSON string, given without its quotes; undefined if its escapes are not valid. */
export function unescaped(spelling: string): string | undefined {
  try {
    return JSON.parse(`"${spelling}"`) as string;
  } catch {
    return undefined;
  }
}

/** A JSON string with its quotes, spelled as `JSON.stringify` does; undefined if its escapes are not valid. */
export function normalised(json: string): string | undefined {
  const text = unescaped(json.slice(1, -1));
  return text === undefined ? undefined : JSON.stringify(text);
}

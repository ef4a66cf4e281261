/** The text of a JSON string without its quotes; undefined where the escapes are none of JSON. */
export function unescaped(spelling: string): string | undefined {
  try {
    return JSON.parse(`"${spelling}"`) as string;
  } catch {
    return undefined;
  }
}

/** A JSON string, quotes included, as `JSON.stringify` writes it; undefined as above. */
export function normalised(json: string): string | undefined {
  const text = unescaped(json.slice(1, -1));
  return text === undefined ? undefined : JSON.stringify(text);
}

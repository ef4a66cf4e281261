/** A value of an unknown field as a person sees it: a text as it is, nothing for null, anything else as its JSON. */
export function seenValue(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  return value === undefined || value === null ? '' : JSON.stringify(value);
}

/** As `seenValue`, of the JSON of a value. */
export function seenExtra(json: string): string {
  return seenValue(JSON.parse(json));
}

/** The values of an object of JSON; nothing that is searched for reaches from one into the next. */
export function seenManyExtra(json: string): string {
  return Object.values(JSON.parse(json) as object)
    .map(seenValue)
    .join('\0');
}

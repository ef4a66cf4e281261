/** A record of the answer, as `JSON.parse` makes it. */
export type Row = Readonly<Record<string, string | null>>;

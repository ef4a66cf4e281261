/** What an export can be written as: CSV (RFC 4180), one JSON array, or one JSON object a line. */
export const formats = ['csv', 'json', 'ndjson'] as const;

export type Format = (typeof formats)[number];

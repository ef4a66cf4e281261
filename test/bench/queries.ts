import type { Row } from './ways/row.ts';

/** One question in the query language, and the same as anybody would ask it of objects first. */
export interface BenchQuery {
  readonly name: string;
  readonly query: string;
  readonly holds: (row: Row) => boolean;
  /** The most that its time is to be of the plain way's, at a million sessions. */
  readonly aim: number;
}

/** What a search of text does not look at. */
const unsearched = new Set(['time', 'prevent_purge']);
const night = { from: Date.parse('2026-01-04T22:00:00Z'), to: Date.parse('2026-01-05T06:00:00Z') };
const network = networkOf('10.22.0.0');
const wildcard = /^10\.22\..*$/i;

export const queries: readonly BenchQuery[] = [
  { name: 'a field', query: 'user:operator07', holds: (row) => contains(row, 'user', 'operator07'), aim: 0.05 },
  { name: 'a wildcard', query: 'device:10.22.*', holds: (row) => wildcard.test(row['device'] ?? ''), aim: 0.05 },
  {
    name: 'a network',
    query: 'device:10.22.0.0/16',
    holds: (row) => networkOf(row['device'] ?? '') === network,
    aim: 0.05,
  },
  { name: 'an overlap', query: 'after:2026-01-04T22 before:2026-01-05T06', holds: wasOnThatNight, aim: 0.05 },
  {
    name: 'a negation with text',
    query: '-protocol:ssh operator07',
    holds: (row) => !contains(row, 'protocol', 'ssh') && containsAnywhere(row, 'operator07'),
    aim: 0.05,
  },
  {
    name: 'an OR of three',
    query: 'user:operator07 OR device:10.22. OR protocol:vnc',
    holds: (row) =>
      contains(row, 'user', 'operator07') || contains(row, 'device', '10.22.') || contains(row, 'protocol', 'vnc'),
    aim: 0.05,
  },
  {
    name: 'the beginning of a hash',
    query: 'session:e7',
    holds: (row) => (row['session_id'] ?? '').toLowerCase().startsWith('e7'),
    aim: 0.05,
  },
  { name: 'digits', query: '4321', holds: (row) => containsAnywhere(row, '4321'), aim: 0.1 },
];

/** The server's clock counts as UTC on either side: only differences matter. */
function wasOnThatNight(row: Row): boolean {
  const [start, end] = [row['start'] ?? null, row['end'] ?? null];
  return start !== null && Date.parse(`${start}Z`) < night.to && (end === null || Date.parse(`${end}Z`) >= night.from);
}

function contains(row: Row, field: string, wanted: string): boolean {
  return (row[field] ?? '').toLowerCase().includes(wanted);
}

function containsAnywhere(row: Row, wanted: string): boolean {
  // A server may have fields of other kinds.
  const values: Readonly<Record<string, unknown>> = row;
  const small = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value ?? '')).toLowerCase();
  return Object.entries(values).some(([name, value]) => !unsearched.has(name) && small(value).includes(wanted));
}

/** The first 16 bits of an IPv4 address with or without a port. */
function networkOf(device: string): number | undefined {
  const [, first, second] = /^(\d+)\.(\d+)\.\d+\.\d+(?::\d+)?$/.exec(device) ?? [];
  return first === undefined ? undefined : Number(first) * 256 + Number(second);
}

import type { GroupField } from '../../src/core/sessions/index/groupField.ts';
import type { Row } from './ways/row.ts';

/** One way to group a list, and the key by which anybody would group objects. */
export interface BenchGrouping {
  readonly name: string;
  readonly field: GroupField;
  readonly keyOf: (row: Row) => string;
  /** The most that its time is to be of the plain way's, at a million sessions. */
  readonly aim: number;
}

export const byUser: BenchGrouping = { name: 'user', field: 'user', keyOf: keyOf('user'), aim: 0.05 };

export const groupings: readonly BenchGrouping[] = [
  byUser,
  { name: 'device', field: 'device', keyOf: keyOf('device'), aim: 0.06 },
  { name: 'credential', field: 'credential', keyOf: keyOf('credential'), aim: 0.06 },
  { name: 'protocol', field: 'protocol', keyOf: keyOf('protocol'), aim: 0.06 },
  { name: 'origin IP', field: 'originIp', keyOf: keyOf('origin_ip'), aim: 0.06 },
  { name: 'proxy', field: 'proxy', keyOf: keyOf('proxy'), aim: 0.06 },
  { name: 'ITSM code', field: 'itsm', keyOf: keyOf('ITSM'), aim: 0.06 },
  { name: 'day', field: 'day', keyOf: (row) => (row['start'] ?? '').slice(0, 10), aim: 0.06 },
];

/** Without case, as ours. */
function keyOf(field: string): (row: Row) => string {
  return (row) => (row[field] ?? '').toLowerCase();
}

import { oauth1Header } from '../../../src/core/pam/auth/oauth1Header.ts';
import { sessionsUrl } from '../../../src/core/pam/endpoints.ts';
import type { BenchGrouping } from '../groupings.ts';
import type { BenchQuery } from '../queries.ts';
import { credentials } from '../../pam-server/authentication.ts';

/** What there is to look at: how many rows, in how many groups. Two ways that agree have done the same work. */
export interface Shape {
  readonly rows: number;
  readonly protocols: number;
  readonly devices: number;
}

/** A list in memory, grouped by protocol and, within it, by device; it is asked questions. */
export interface Held {
  readonly shape: Shape;
  /** Rows that hold the text in any field, without case, grouped as before. */
  filter(text: string): Shape;
  /** How many rows a question finds, the newest first. */
  find(query: BenchQuery): number;
  /** Counts, live ones, seconds and first and last start for each user; answers how many users. */
  summarize(): number;
  /** How many other sessions have the user of this one. */
  related(id: string): number;
  /** Writes all rows to a file, as one array of JSON; calls `look` where it holds the most memory. */
  exportTo(file: string, look: () => void): Promise<void>;
  /** All rows grouped in another way; answers how many groups. */
  regroup(grouping: BenchGrouping): number;
  /**
   * What a person does to a list on the screen, of which ours does a slice at a time: types a query, and groups by one
   * field after the other.
   */
  readonly handle?: () => Promise<void>;
}

/** Fetches a list and holds it. `onRows` is told when the first rows could be looked at. */
export type Way = (baseUrl: string, onRows: () => void) => Promise<Held | undefined>;

/** The signed request for the list, for ways that make it themselves. */
export function listRequest(baseUrl: string): { readonly url: string; readonly headers: Record<string, string> } {
  const url = sessionsUrl(baseUrl, 'v4');
  const Authorization = oauth1Header({ kind: 'oauth1', ...credentials.oauth1 }, 'GET', url);
  return { url, headers: { Authorization, 'Accept-Encoding': 'gzip' } };
}

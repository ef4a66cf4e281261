import type { Work } from '../async/work.ts';
import type { SessionIndex } from './index/sessionIndex.ts';
import { findingRows } from './listQuestions.ts';
import { InvalidQuery } from './query/invalidQuery.ts';
import type { ServerClock } from './query/serverClock.ts';

/** How a typed text found a session: by its whole id or hash, by the beginning of its hash, or as a query. */
export type Fit = 'id' | 'sessionId' | 'beginning' | 'query';

/** The surest first. */
export const fits: readonly Fit[] = ['id', 'sessionId', 'beginning', 'query'];

/** Short beginnings such as `db1` fit many hashes, which must not crowd out what a query finds. */
const mostBeginnings = 20;

export interface FoundRow {
  readonly row: number;
  readonly fit: Fit;
}

export interface FoundRows {
  /** The surest first, each row once; among equally sure ones the newest start first. */
  readonly found: readonly FoundRow[];
  /** How many rows the query finds, the ones beyond `most` included. */
  readonly matched: number;
  /** Why the text is no query. What it names is found all the same. */
  readonly problem: InvalidQuery | undefined;
}

/** Finds at most `most` sessions of a list by a text that a person types: an id, a hash, its beginning or a query. */
export function* findingSessions(index: SessionIndex, text: string, clock: ServerClock, most: number): Work<FoundRows> {
  const name = text.trim();
  const byId = /^\d+$/.test(name) ? index.rowOfId(name) : undefined;
  const hashes = function* (kind: 'equals' | 'prefix') {
    return name === ''
      ? new Int32Array()
      : yield* index.finding({ kind: 'session', values: [{ kind, text: name }] }, clock);
  };
  const asked = yield* askedRows(index, name, clock);
  const candidates: readonly FoundRow[] = [
    ...fitting(byId === undefined ? [] : [byId], 'id'),
    ...fitting(yield* hashes('equals'), 'sessionId'),
    ...fitting((yield* hashes('prefix')).slice(0, mostBeginnings), 'beginning'),
    ...fitting(asked.rows.subarray(0, most), 'query'),
  ];
  // The first of the candidates with a row is the surest.
  const byRow = new Map(candidates.toReversed().map((each) => [each.row, each]));
  const found = candidates.filter((each) => byRow.get(each.row) === each).slice(0, most);
  return { found, matched: Math.max(asked.rows.length, found.length), problem: asked.problem };
}

function fitting(rows: Iterable<number>, fit: Fit): readonly FoundRow[] {
  return Array.from(rows, (row) => ({ row, fit }));
}

function* askedRows(
  index: SessionIndex,
  query: string,
  clock: ServerClock,
): Work<{ readonly rows: Int32Array; readonly problem: InvalidQuery | undefined }> {
  try {
    return { rows: yield* findingRows(index, query, clock), problem: undefined };
  } catch (error) {
    if (error instanceof InvalidQuery) {
      return { rows: new Int32Array(), problem: error };
    }
    throw error;
  }
}

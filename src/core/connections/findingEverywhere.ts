import type { Work } from '../async/work.ts';
import { findingSessions, fits, type Fit } from '../sessions/findingSessions.ts';
import { InvalidQuery } from '../sessions/query/invalidQuery.ts';
import { parseQuery } from '../sessions/query/parseQuery.ts';
import type { Session } from '../sessions/session.ts';
import type { Connection } from './connection.ts';

/** Nobody reads a longer list, and a longer one makes VS Code slow. */
export const mostFound = 200;

export interface FoundSession {
  readonly connection: Connection;
  readonly session: Session;
  readonly fit: Fit;
}

export interface Findings {
  /** At most `mostFound`: the surest first, then the newest start, then by id. */
  readonly sessions: readonly FoundSession[];
  /** How many sessions there are that fit, the ones beyond included. */
  readonly matched: number;
  /** Why the text is a query in none of the lists. */
  readonly problem: InvalidQuery | undefined;
  /** Connections whose list does not have the id that was typed: their servers may have it. */
  readonly askable: readonly Connection[];
  /** Connections whose list has not been loaded. */
  readonly unloaded: readonly Connection[];
}

/** Finds sessions in the lists of all connections that are signed in. */
export function* findingEverywhere(all: readonly Connection[], text: string): Work<Findings> {
  const signedIn = all.filter((connection) => connection.signedIn);
  const sessions: (FoundSession & { readonly began: number })[] = [];
  const problems: (InvalidQuery | undefined)[] = [];
  let matched = 0;
  for (const connection of signedIn) {
    const { index } = connection.store;
    const clock = connection.clock();
    if (index === undefined) {
      continue;
    }
    const { found, ...rest } = yield* findingSessions(index, text, clock, mostFound);
    for (const { row, fit } of found) {
      const session = index.session(row);
      const began = (session.start === null ? undefined : clock.secondsOf(session.start)) ?? -Infinity;
      sessions.push({ connection, session, fit, began });
    }
    problems.push(rest.problem);
    matched += rest.matched;
  }
  const id = text.trim();
  const lacksId = ({ store }: Connection) => /^\d+$/.test(id) && store.index?.rowOfId(id) === undefined;
  return {
    sessions: sessions.sort(surestFirst).slice(0, mostFound),
    matched,
    problem: problems.includes(undefined) ? undefined : (problems[0] ?? problemOf(text, signedIn[0])),
    askable: signedIn.filter(lacksId),
    unloaded: signedIn.filter(({ store }) => store.index === undefined),
  };
}

/** Rows of one list come in their order already, which a stable sort keeps where the starts are the same. */
function surestFirst(
  a: FoundSession & { readonly began: number },
  b: FoundSession & { readonly began: number },
): number {
  return fits.indexOf(a.fit) - fits.indexOf(b.fit) || (a.began === b.began ? 0 : b.began - a.began);
}

/** Where there is no list that could judge the text, what can be said without one. */
function problemOf(text: string, any: Connection | undefined): InvalidQuery | undefined {
  try {
    if (any !== undefined) {
      parseQuery(text, { unknownNames: undefined, clock: any.clock() });
    }
    return undefined;
  } catch (error) {
    if (error instanceof InvalidQuery) {
      return error;
    }
    throw error;
  }
}

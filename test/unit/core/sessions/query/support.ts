import { InvalidQuery } from '../../../../../src/core/sessions/query/invalidQuery.ts';
import { parseQuery } from '../../../../../src/core/sessions/query/parseQuery.ts';
import type { Query } from '../../../../../src/core/sessions/query/query.ts';
import { ServerClock } from '../../../../../src/core/sessions/query/serverClock.ts';

/** A Monday, 18:30:15 in São Paulo. */
export const now = Date.UTC(2024, 4, 6, 21, 30, 15);
export const clock = new ServerClock({ now, timeZone: 'America/Sao_Paulo', machineTimeZone: 'Asia/Tokyo' });
export const clockWithoutZone = new ServerClock({ now, timeZone: undefined, machineTimeZone: 'Asia/Tokyo' });

/** What the list of these tests has that this version does not know. */
export const unknownNames = ['risk', 'Ticket-No', 'a b', 'user', 'Grün'];

export function parse(text: string, names: readonly string[] = unknownNames): Query {
  return parseQuery(text, { unknownNames: names, clock });
}

/** Why a query is refused, and which part of it is. */
export function refusal(
  text: string,
  names: readonly string[] | undefined = unknownNames,
): { readonly problem: InvalidQuery['problem']; readonly part: string; readonly position: number } {
  try {
    parseQuery(text, { unknownNames: names, clock });
  } catch (error) {
    if (error instanceof InvalidQuery) {
      const { problem, position, length } = error;
      return { problem, part: text.slice(position, position + length), position };
    }
    throw error;
  }
  throw new Error(`Not refused: ${text}`);
}

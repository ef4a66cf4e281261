import type { Work } from '../async/work.ts';
import type { Session } from '../sessions/session.ts';
import { wordsAt, wordsIn, type Word } from '../text/wordsIn.ts';
import type { Connection } from './connection.ts';

/** Nobody reads more of them: the same server may be there under several names. */
const mostSame = 5;

export interface KnownByWord {
  readonly connection: Connection;
  readonly session: Session;
}

export interface NamedInText {
  readonly word: Word;
  readonly sessions: readonly KnownByWord[];
}

/** What names sessions in a line of text, from left to right; no word within another. Of a long line only the beginning counts. */
export function* sessionsInLine(connections: readonly Connection[], line: string): Work<readonly NamedInText[]> {
  const named: NamedInText[] = [];
  for (const word of wordsIn(line)) {
    const isWithin = named.some((other) => word.from >= other.word.from && word.to <= other.word.to);
    const sessions = isWithin ? [] : yield* sessionsOfWord(connections, word.text);
    if (sessions.length > 0) {
      named.push({ word, sessions });
    }
    yield;
  }
  return named;
}

/** What names sessions at a position of a line. Of a long line only what is around the position counts. */
export function* sessionsAt(
  connections: readonly Connection[],
  line: string,
  position: number,
): Work<NamedInText | undefined> {
  for (const word of wordsAt(line, position)) {
    const sessions = yield* sessionsOfWord(connections, word.text);
    if (sessions.length > 0) {
      return { word, sessions };
    }
  }
  return undefined;
}

/**
 * The sessions of the loaded lists that a word of some text names: by their whole session_id, or by a beginning of
 * hexadecimal digits that no other one has. Nothing is ever asked of a server for it.
 */
export function* sessionsOfWord(connections: readonly Connection[], word: string): Work<readonly KnownByWord[]> {
  const found: KnownByWord[] = [];
  for (const connection of connections) {
    const { list } = connection.store;
    if (list !== undefined) {
      yield* list.index.preparingBeginnings();
      const rows = list.index.rowsBeginning(word, mostSame);
      found.push(...rows.map((row) => ({ connection, session: list.index.session(row) })));
    }
  }
  const wanted = word.toLowerCase();
  const same = found.filter(({ session }) => session.sessionId.toLowerCase() === wanted);
  if (same.length > 0) {
    return same.slice(0, mostSame);
  }
  const ids = new Set(found.map(({ session }) => session.sessionId.toLowerCase()));
  return ids.size === 1 && /^[\da-f-]+$/.test(wanted) ? found.slice(0, mostSame) : [];
}

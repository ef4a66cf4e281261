import type { Span } from './invalidQuery.ts';

/** A part of a word that is either quoted or not. `text` is what it stands for. */
export interface Piece extends Span {
  readonly text: string;
  readonly isQuoted: boolean;
}

const operators = /^(?:[><]=?|=)/;

/** The text that pieces stand for together. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

export function spanOf(pieces: readonly Piece[]): Span {
  return { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 };
}

/** Whether a value is `*`, which leaves one side of a range open. */
export function isStar(pieces: readonly Piece[]): boolean {
  return pieces.length === 1 && pieces[0]?.isQuoted === false && pieces[0].text === '*';
}

/** The comparison operator at the beginning of a value, outside quotes, and the pieces behind it. */
export function leadingOperator(pieces: readonly Piece[]): {
  readonly operator?: Piece;
  readonly rest: readonly Piece[];
} {
  const [first, ...others] = pieces;
  const text = first?.isQuoted === false ? operators.exec(first.text)?.[0] : undefined;
  if (first === undefined || text === undefined) {
    return { rest: pieces };
  }
  const [operator, rest] = cut(first, text.length);
  return { operator, rest: [...rest, ...others] };
}

/** The pieces before and behind the first place of an operator outside quotes. */
export function split(pieces: readonly Piece[], operator: string) {
  for (const [index, piece] of pieces.entries()) {
    const at = piece.isQuoted ? -1 : piece.text.indexOf(operator);
    if (at >= 0) {
      const [left, right] = [cutOff(piece, at), cut(piece, at + operator.length)[1]];
      return {
        start: piece.start + at,
        before: [...pieces.slice(0, index), ...left],
        behind: [...right, ...pieces.slice(index + 1)],
      };
    }
  }
  return undefined;
}

/** The first letters of an unquoted piece, and the rest if there is any. */
function cut(piece: Piece, at: number): readonly [Piece, readonly Piece[]] {
  const first = { ...piece, text: piece.text.slice(0, at), end: piece.start + at };
  const rest = { ...piece, text: piece.text.slice(at), start: piece.start + at };
  return [first, rest.text === '' ? [] : [rest]];
}

function cutOff(piece: Piece, at: number): readonly Piece[] {
  return at === 0 ? [] : [cut(piece, at)[0]];
}

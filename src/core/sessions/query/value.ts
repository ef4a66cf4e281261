import { durationOf } from './durationOf.ts';
import { InvalidQuery, type Expected, type Span } from './invalidQuery.ts';
import { momentOf } from './momentOf.ts';
import { nearest } from '../../text/nearest.ts';
import { addressOf, bitsOf } from './network.ts';
import {
  states,
  type Comparison,
  type ComparisonOperator,
  type HashPredicate,
  type Moment,
  type PatternPart,
  type State,
  type TextPredicate,
} from './query.ts';
import { isStar, leadingOperator, spanOf, split, textOf, type Piece } from './piece.ts';
import type { ServerClock } from './serverClock.ts';

/** A value of a query, with at least one piece, and the name of its field as it was written. */
export interface Value {
  readonly field: string;
  readonly pieces: readonly Piece[];
}

/** Reads the value of a text field. Only fields that hold addresses take networks. */
export function textPredicate(value: Value, hasNetworks: boolean): TextPredicate {
  const whole = wholePredicate(value);
  if (whole !== undefined) {
    return whole;
  }
  const network = hasNetworks ? networkPredicate(value) : undefined;
  return network ?? patternPredicate(value) ?? { kind: 'contains', text: textOf(value.pieces) };
}

/** Reads the value of the field that holds session_ids. */
export function hashPredicate(value: Value): HashPredicate {
  return wholePredicate(value) ?? patternPredicate(value) ?? { kind: 'prefix', text: textOf(value.pieces) };
}

/** Reads a value that asks for a whole text, as `=Admin` does, or for no text; undefined for any other value. */
function wholePredicate({ field, pieces }: Value): Extract<TextPredicate, { kind: 'equals' | 'empty' }> | undefined {
  const { operator, rest } = leadingOperator(pieces);
  if (operator !== undefined && operator.text !== '=') {
    throw new InvalidQuery(operator, { kind: 'operatorNotAllowed', field, operator: operator.text });
  }
  const text = textOf(rest);
  if (text === '') {
    return { kind: 'empty' };
  }
  return operator === undefined ? undefined : { kind: 'equals', text };
}

function patternPredicate({ pieces }: Value): Extract<TextPredicate, { kind: 'wildcard' }> | undefined {
  const parts: PatternPart[] = [];
  for (const { text, isQuoted } of pieces) {
    for (const part of isQuoted ? [text] : text.split(/([*?])/)) {
      const last = parts.at(-1);
      if (!isQuoted && (part === '*' || part === '?')) {
        // Several `*` side by side mean the same as one.
        parts.push(...(part === '*' && last === '*' ? [] : ([part] as const)));
      } else if (typeof last === 'object') {
        parts[parts.length - 1] = { text: last.text + part };
      } else if (part !== '') {
        parts.push({ text: part });
      }
    }
  }
  return parts.some((part) => typeof part === 'string') ? { kind: 'wildcard', parts } : undefined;
}

function networkPredicate({ pieces }: Value): TextPredicate | undefined {
  const sides = split(pieces, '/');
  const address = sides === undefined ? undefined : addressOf(textOf(sides.before));
  if (sides === undefined || address === undefined) {
    return undefined;
  }
  const [digits, most] = [textOf(sides.behind), bitsOf(address)];
  if (!/^\d{1,3}$/.test(digits) || Number(digits) > most) {
    const span = { start: sides.start, end: spanOf(pieces).end };
    throw new InvalidQuery(span, { kind: 'impossiblePrefix', prefix: digits, most });
  }
  return { kind: 'network', address, prefix: Number(digits) };
}

/** Reads the value of a field that holds ids. */
export function idComparison(value: Value): Comparison<bigint> {
  return comparison(value, 'number', (text) => (/^\d+$/.test(text) ? BigInt(text) : undefined));
}

export function durationComparison(value: Value): Comparison<number> {
  return comparison(value, 'duration', durationOf);
}

export function timeComparison(value: Value, clock: ServerClock): Comparison<Moment> {
  return comparison(value, 'time', (text) => momentOf(text, clock));
}

/** Reads the text of a value that must not have an operator. Throws `InvalidQuery` if it has one. */
export function plainText({ field, pieces }: Value): string {
  const { operator } = leadingOperator(pieces);
  if (operator !== undefined) {
    throw new InvalidQuery(operator, { kind: 'operatorNotAllowed', field, operator: operator.text });
  }
  return textOf(pieces);
}

export function stateOf(value: Value): State {
  const text = plainText(value);
  const state = states.find((each) => each === text.toLowerCase());
  if (state === undefined) {
    throw notOfField(value, value.pieces, 'state', nearest(text, states));
  }
  return state;
}

/** The error for pieces of a value that name nothing which the field can be. */
export function notOfField(
  { field }: Value,
  pieces: readonly Piece[],
  expected: Expected,
  near?: string,
): InvalidQuery {
  return new InvalidQuery(spanOf(pieces), {
    kind: 'notOfField',
    field,
    value: textOf(pieces),
    expected,
    ...(near === undefined ? {} : { nearest: near }),
  });
}

/** The position of the `..` of a value outside quotes. */
export function rangeOperator({ pieces }: Value): Span | undefined {
  const start = split(pieces, '..')?.start;
  return start === undefined ? undefined : { start, end: start + 2 };
}

function comparison<Read>(
  value: Value,
  expected: Expected,
  read: (text: string) => Read | undefined,
): Comparison<Read> {
  const readPieces = (pieces: readonly Piece[]) => {
    const found = read(textOf(pieces));
    if (found === undefined) {
      throw notOfField(value, pieces.length === 0 ? value.pieces : pieces, expected);
    }
    return found;
  };
  const { field, pieces } = value;
  const { operator, rest } = leadingOperator(pieces);
  if (operator?.text === '=') {
    throw new InvalidQuery(operator, { kind: 'operatorNotAllowed', field, operator: '=' });
  }
  if (operator !== undefined) {
    return { operator: operator.text as ComparisonOperator, value: readPieces(rest) };
  }
  const sides = split(pieces, '..');
  if (sides === undefined) {
    return { operator: 'is', value: readPieces(pieces) };
  }
  const [isFromOpen, isToOpen] = [isStar(sides.before), isStar(sides.behind)];
  if (isFromOpen && isToOpen) {
    throw new InvalidQuery(spanOf(pieces), { kind: 'openRange', field });
  }
  const from = isFromOpen ? undefined : readPieces(sides.before);
  return { operator: '..', from, to: isToOpen ? undefined : readPieces(sides.behind) };
}

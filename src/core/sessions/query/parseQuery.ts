import { readCondition, type ParseContext } from './readCondition.ts';
import { InvalidQuery, type Span } from './invalidQuery.ts';
import { nearestName } from './nearestName.ts';
import { subjectOf, type Subject } from './subjectOf.ts';
import { everySession, type Query } from './query.ts';
import { spanOf, textOf } from './piece.ts';
import { Scanner } from './scanner.ts';
import type { Value } from './value.ts';

const mostUnits = 10_000;
const mostValues = 1000;
const mostDepth = 64;

const fieldPrefix = /field\.(?=")/iy;
const beginning = /[^\s"():]+(?=:)/y;
/** What may follow the colon of a text that begins like a name: a port, `::`, a path, or the rest of a web address. */
const behindText = /:(?:\d+(?=[\s()]|$)|:|\\|\/\/)/y;

/**
 * Parses a query. Throws `InvalidQuery`, which tells the first part that is wrong. While no list is loaded, any unknown
 * name is taken for a field that this version does not know; such a query must be parsed again when there is a list.
 */
export function parseQuery(text: string, context: ParseContext): Query {
  if (text.length > mostUnits) {
    throw new InvalidQuery({ start: mostUnits, end: text.length }, { kind: 'tooLong', most: mostUnits });
  }
  return new Parser(text, context).parse();
}

class Parser {
  readonly #scanner: Scanner;
  readonly #context: ParseContext;
  #depth = 0;
  #values = 0;

  constructor(text: string, context: ParseContext) {
    this.#scanner = new Scanner(text);
    this.#context = context;
  }

  parse(): Query {
    const query = this.#orGroup();
    if (this.#scanner.next() === ')') {
      throw new InvalidQuery(this.#here(1), { kind: 'unopenedBracket' });
    }
    return query ?? everySession;
  }

  /** Undefined if nothing is left. */
  #orGroup(): Query | undefined {
    const groups: Query[] = [];
    let or: Span | undefined;
    for (;;) {
      const group = this.#andGroup();
      const isOr = this.#scanner.isAtOr;
      const lonely = or ?? (isOr ? this.#here(2) : undefined);
      if (group === undefined && lonely !== undefined) {
        throw new InvalidQuery(lonely, { kind: 'orWithoutSide' });
      }
      groups.push(...(group === undefined ? [] : [group]));
      if (!isOr) {
        return groups.length > 1 ? { kind: 'any', terms: groups } : groups[0];
      }
      or = this.#here(2);
      this.#scanner.at += 2;
    }
  }

  #andGroup(): Query | undefined {
    const terms: Query[] = [];
    this.#scanner.skipBlanks();
    while (!this.#scanner.isAtWordEnd && !this.#scanner.isAtOr) {
      terms.push(this.#term());
      this.#scanner.skipBlanks();
    }
    return terms.length > 1 ? { kind: 'all', terms } : terms[0];
  }

  #term(): Query {
    const scanner = this.#scanner;
    if (scanner.next() !== '-') {
      return this.#positiveTerm();
    }
    const start = scanner.at++;
    if (scanner.isAtWordEnd) {
      throw new InvalidQuery({ start, end: start + 1 }, { kind: 'loneMinus' });
    }
    if (scanner.next() === '-') {
      throw new InvalidQuery({ start, end: start + 2 }, { kind: 'doubleMinus' });
    }
    return { kind: 'not', term: this.#positiveTerm() };
  }

  #positiveTerm(): Query {
    return this.#scanner.next() === '(' ? this.#brackets() : (this.#qualifier() ?? this.#text());
  }

  #brackets(): Query {
    const scanner = this.#scanner;
    const open = this.#here(1);
    if (++this.#depth > mostDepth) {
      throw new InvalidQuery(open, { kind: 'tooDeep', most: mostDepth });
    }
    scanner.at++;
    const query = this.#orGroup();
    if (scanner.next() !== ')') {
      throw new InvalidQuery(open, { kind: 'unclosedBracket' });
    }
    scanner.at++;
    if (query === undefined) {
      throw new InvalidQuery({ start: open.start, end: scanner.at }, { kind: 'emptyBrackets' });
    }
    this.#depth--;
    return query;
  }

  #text(): Query {
    const pieces = this.#scanner.readPieces('text');
    const text = textOf(pieces);
    if (text === '') {
      throw new InvalidQuery(spanOf(pieces), { kind: 'emptyText' });
    }
    return { kind: 'text', text };
  }

  /** Undefined if a text comes next, of which nothing is read then. */
  #qualifier(): Query | undefined {
    const { at: start, text } = this.#scanner;
    const subject = this.#quotedName() ?? this.#bareName();
    if (subject === undefined) {
      this.#scanner.at = start;
      return undefined;
    }
    const field = text.slice(start, this.#scanner.at);
    return readCondition(subject, this.#context, (read) => this.#readValues(field, start, read));
  }

  /** Reads `field."any name"` in front of a colon. */
  #quotedName(): Subject | undefined {
    if (this.#scanner.match(fieldPrefix) === undefined) {
      return undefined;
    }
    const name = this.#scanner.readQuoted().text;
    return this.#scanner.next() === ':'
      ? { kind: 'text', field: { kind: 'unknown', name, isQuoted: true } }
      : undefined;
  }

  #bareName(): Subject | undefined {
    const start = this.#scanner.at;
    const name = this.#scanner.match(beginning)?.[0];
    const { unknownNames } = this.#context;
    const subject = name === undefined ? undefined : subjectOf(name, unknownNames);
    if (name === undefined || subject !== undefined) {
      return subject;
    }
    const end = this.#scanner.at;
    if (!/^[\p{L}_]+$/u.test(name) || this.#scanner.match(behindText) !== undefined) {
      return undefined;
    }
    if (unknownNames !== undefined) {
      throw new InvalidQuery({ start, end }, { kind: 'unknownName', name, nearest: nearestName(name, unknownNames) });
    }
    return { kind: 'text', field: { kind: 'unknown', name, isQuoted: false } };
  }

  /** Reads the values behind the colon of a condition that begins at `start`. */
  #readValues<Read>(field: string, start: number, read: (value: Value) => Read): readonly Read[] {
    const scanner = this.#scanner;
    const values: Read[] = [];
    let before = start;
    do {
      scanner.at++;
      const pieces = scanner.readPieces('value');
      if (pieces.length === 0) {
        const end = scanner.at + (scanner.next() === ',' ? 1 : 0);
        throw new InvalidQuery({ start: before, end }, { kind: 'emptyValue', field });
      }
      if (++this.#values > mostValues) {
        throw new InvalidQuery(spanOf(pieces), { kind: 'tooManyValues', most: mostValues });
      }
      values.push(read({ field, pieces }));
      before = scanner.at;
    } while (scanner.next() === ',');
    return values;
  }

  #here(length: number): Span {
    return { start: this.#scanner.at, end: this.#scanner.at + length };
  }
}

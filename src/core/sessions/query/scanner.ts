import { InvalidQuery } from './invalidQuery.ts';
import type { Piece } from './piece.ts';

const quoted = /"((?:[^"\\]|\\[^])*)"/y;
const textRun = /[^\s"()]+/y;
const valueRun = /[^\s"(),]+/y;
const blanks = /\s*/y;

/** Reads a query from left to right. Each `read…` begins at `at`, and leaves `at` behind what it read. */
export class Scanner {
  at = 0;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** The next character; empty at the end. */
  next(): string {
    return this.text.charAt(this.at);
  }

  /** Whether a word ends here: `next` is then a blank, a closing bracket or empty. */
  get isAtWordEnd(): boolean {
    return /^[\s)]?$/.test(this.next());
  }

  /** Whether `OR` is next, with a blank, a bracket or the end of the query on both sides. */
  get isAtOr(): boolean {
    const around = this.text.charAt(this.at - 1) + this.text.charAt(this.at + 2);
    return this.text.startsWith('OR', this.at) && /^[\s()]*$/.test(around);
  }

  skipBlanks(): void {
    this.match(blanks);
  }

  /** What a sticky regular expression matches here, and its first group. */
  match(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.at;
    const found = expression.exec(this.text) ?? undefined;
    this.at += found?.[0].length ?? 0;
    return found;
  }

  /** Reads the pieces of a text or of a value, up to its end. */
  readPieces(of: 'text' | 'value'): readonly Piece[] {
    const pieces: Piece[] = [];
    for (;;) {
      const start = this.at;
      if (this.next() === '"') {
        pieces.push(this.readQuoted());
        continue;
      }
      const run = this.match(of === 'text' ? textRun : valueRun)?.[0];
      if (run === undefined) {
        break;
      }
      pieces.push({ text: run, isQuoted: false, start, end: this.at });
    }
    if (this.next() === '(') {
      throw new InvalidQuery({ start: this.at, end: this.at + 1 }, { kind: 'bracketInWord' });
    }
    return pieces;
  }

  readQuoted(): Piece {
    const start = this.at;
    const found = this.match(quoted)?.[1];
    if (found === undefined) {
      throw new InvalidQuery({ start, end: this.text.length }, { kind: 'unclosedQuote' });
    }
    return { text: found.replace(/\\(["\\])/g, '$1'), isQuoted: true, start, end: this.at };
  }
}

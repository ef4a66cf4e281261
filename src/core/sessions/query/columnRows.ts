import type { Work } from '../../async/work.ts';
import { holding } from '../columns/holding.ts';
import { pageBits, pageMask, pageRows } from '../columns/int32List.ts';
import type { PackedColumn } from '../columns/packedColumn.ts';
import { epoch } from '../columns/timePacking.ts';
import { hashBytes } from '../columns/packedHash.ts';
import { extraColumn } from '../columns/extraColumn.ts';
import { seenExtra } from '../columns/seenExtra.ts';
import type { SessionColumns } from '../columns/sessionColumns.ts';
import type { TextColumn } from '../columns/textColumn.ts';
import type { Seen } from '../columns/textsHolding.ts';
import type { Marks } from './marks.ts';
import type { FieldReference, HashPredicate, TextPredicate } from './query.ts';
import type { QueryableRows } from './queryableRows.ts';
import { idTest, rangesTest, type Range } from './range.ts';
import type { ServerClock } from './serverClock.ts';
import { textTest } from './textTest.ts';

type Test = (text: string) => boolean;

/** The rows of a list before `length`, as their columns answer for them. */
export class ColumnRows implements QueryableRows {
  readonly length: number;
  /** The names of fields that any row has and this version does not know. */
  readonly unknownNames: readonly string[];
  readonly #columns: SessionColumns;
  /** The seconds of times that are kept as texts, by zone and column; each is read when it is first asked for. */
  readonly #oddTimes = new Map<string, Float64Array>();

  constructor(columns: SessionColumns, length: number, unknownNames: readonly string[]) {
    this.length = length;
    this.unknownNames = unknownNames;
    this.#columns = columns;
  }

  has(field: FieldReference): boolean {
    return field.kind === 'known' || this.unknownNames.includes(field.name);
  }

  holding(text: string): Work<Marks> {
    return holding(this.#columns, this.length, text);
  }

  *texts(field: FieldReference, predicates: readonly TextPredicate[]): Work<Marks> {
    const marks = new Uint8Array(this.length);
    const { column, seen } = this.columnOf(field);
    const [predicate] = predicates;
    if (predicates.length === 1 && predicate?.kind === 'contains' && (seen === undefined || seen === seenExtra)) {
      yield* column.markHolding(marks, predicate.text.toLowerCase(), seen);
    } else {
      const test = textTest(predicates);
      yield* column.mark(marks, seen === undefined ? test : (text) => test(text === '' ? '' : seen(text)));
    }
    return marks;
  }

  *hashes(predicates: readonly HashPredicate[]): Work<Marks> {
    const marks = new Uint8Array(this.length);
    yield* this.#columns.sessionId.mark(marks, textTest(predicates), beginningsOf(predicates));
    return marks;
  }

  *ids(ranges: readonly Range<bigint>[]): Work<Marks> {
    return yield* this.#within(this.#columns.id, ranges, 0, idTest(ranges));
  }

  *durations(ranges: readonly Range<number>[]): Work<Marks> {
    const test = rangesTest(ranges);
    return yield* this.#within(this.#columns.durationSeconds, ranges, 0, (odd) => test(Number(odd)));
  }

  *times(name: 'start' | 'end', ranges: readonly Range<number>[], clock: ServerClock): Work<Marks> {
    const test = rangesTest(ranges);
    return yield* this.#within(this.#columns[name], ranges, epoch, (odd) => test(clock.secondsOf(odd) ?? NaN));
  }

  readTimes(name: 'start' | 'end', first: number, into: Float64Array, clock: ServerClock): void {
    const { codes } = this.#columns[name];
    for (let done = 0; done < into.length;) {
      const page = codes.page((first + done) >>> pageBits) ?? [];
      const within = (first + done) & pageMask;
      const count = Math.min(into.length - done, pageRows - within);
      for (let at = 0; at < count; at++) {
        into[done + at] = this.#secondsOfCode(name, page[within + at] ?? 0, clock);
      }
      done += count;
    }
  }

  /** The time of one row: the seconds of the clock, NaN for what is no time for it. */
  secondsAt(name: 'start' | 'end', row: number, clock: ServerClock): number {
    return this.#secondsOfCode(name, this.#columns[name].codes.get(row), clock);
  }

  #secondsOfCode(name: 'start' | 'end', code: number, clock: ServerClock): number {
    return code > 0 ? code - 1 + epoch : code === 0 ? NaN : this.#oddSeconds(name, -code - 1, clock);
  }

  *live(): Work<Marks> {
    const marks = new Uint8Array(this.length);
    yield* this.#columns.end.markNone(marks);
    return marks;
  }

  *protected(): Work<Marks> {
    const marks = new Uint8Array(this.length);
    yield* this.#columns.preventPurge.mark(marks, (text) => text === 'true');
    return marks;
  }

  /** The column of a text field, and how its texts are seen where that is not as they are kept. */
  columnOf(field: FieldReference): { readonly column: TextColumn; readonly seen: Seen | undefined } {
    if (field.kind === 'known') {
      return { column: this.#columns.texts[field.name], seen: undefined };
    }
    return extraColumn(this.#columns, field.name);
  }

  *#within(
    column: PackedColumn,
    ranges: readonly Range<number | bigint>[],
    epochOfColumn: number,
    test: Test,
  ): Work<Marks> {
    const marks = new Uint8Array(this.length);
    const packed = ranges.map(({ from, to }) => ({
      from: Number(from ?? -Infinity) - epochOfColumn,
      to: Number(to ?? Infinity) - epochOfColumn,
    }));
    yield* column.mark(marks, packed, test);
    return marks;
  }

  #oddSeconds(name: 'start' | 'end', at: number, clock: ServerClock): number {
    const key = `${name} ${clock.zone}`;
    const { odd } = this.#columns[name];
    let known = this.#oddTimes.get(key);
    if (known === undefined) {
      known = new Float64Array(odd.size).fill(-Infinity);
      this.#oddTimes.set(key, known);
    }
    if (known[at] === -Infinity) {
      known[at] = clock.secondsOf(odd.text(at)) ?? NaN;
    }
    return known[at] ?? NaN;
  }
}

/** What hashes begin with that fulfil any of the predicates; undefined where their beginning does not tell. */
function beginningsOf(predicates: readonly HashPredicate[]): readonly string[] | undefined {
  return predicates.some(({ kind }) => kind === 'wildcard')
    ? undefined
    : predicates.flatMap((predicate) => {
        const isWhole = predicate.kind === 'equals' && predicate.text.length === hashBytes * 2;
        return predicate.kind === 'prefix' || isWhole ? [predicate.text.toLowerCase()] : [];
      });
}

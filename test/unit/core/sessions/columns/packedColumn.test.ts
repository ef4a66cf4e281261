import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce, type Work } from '../../../../../src/core/async/work.ts';
import { digitsPacking } from '../../../../../src/core/sessions/columns/digitsPacking.ts';
import { pageRows } from '../../../../../src/core/sessions/columns/int32List.ts';
import { markDigits } from '../../../../../src/core/sessions/columns/markDigits.ts';
import { markTimes } from '../../../../../src/core/sessions/columns/markTimes.ts';
import { PackedColumn } from '../../../../../src/core/sessions/columns/packedColumn.ts';
import { epoch, timePacking } from '../../../../../src/core/sessions/columns/timePacking.ts';
import { union } from '../../../../../src/core/sessions/query/range.ts';

const digits = fc
  .oneof({ weight: 4, arbitrary: fc.nat(12) }, fc.nat(), fc.constantFrom(2 ** 31 - 2, 2 ** 31 - 1, 10 ** 12))
  .map(String);
const number = fc.oneof({ weight: 5, arbitrary: digits }, fc.constantFrom('007', 'many', '', '-3', '1e3'));
/** Few enough that a range often ends right beside a time. */
const second = fc.oneof(fc.nat(9), fc.nat(200_000), fc.nat(2 ** 31 - 2));
const time = fc.oneof(
  { weight: 5, arbitrary: second.map((each) => timePacking.unpack(each)) },
  fc.constantFrom('soon', '', '1999-12-31 23:59:59', '2024-05-06T10:00:00', '2024-05-06 10:00:00+02:00'),
);

function digitsColumn() {
  return new PackedColumn(digitsPacking, markDigits);
}

function timesColumn() {
  return new PackedColumn(timePacking, markTimes);
}

interface Case {
  readonly column: PackedColumn;
  readonly values: readonly (string | null)[];
  readonly first: number;
  readonly rows: number;
}

/** A column with such values in some rows, around the end of a page too, and none in the rows behind them. */
function cases(value: fc.Arbitrary<string>, make: () => PackedColumn): fc.Arbitrary<Case> {
  const values = fc.array(fc.option(value), { maxLength: 30 });
  return fc.tuple(values, fc.constantFrom(0, pageRows - 5), fc.nat(3)).map(([all, first, more]) => {
    const column = make();
    all.forEach((each, at) => column.setText(first + at, each));
    return { column, values: all, first, rows: first + all.length + more };
  });
}

function assertMarks(
  { values, first, rows }: Case,
  mark: (marks: Uint8Array) => Work<void>,
  test: (text: string | null) => boolean,
): void {
  const marks = new Uint8Array(rows);
  atOnce(mark(marks));
  const expected = marks.map((_, row) => (test(values[row - first] ?? null) ? 1 : 0));
  assert.deepEqual(marks, expected);
}

/** Ranges that neither touch nor overlap. */
function rangesOf(bound: fc.Arbitrary<number>) {
  const range = fc.record({ from: fc.option(bound, { nil: undefined }), to: fc.option(bound, { nil: undefined }) });
  return fc
    .array(range, { maxLength: 3 })
    .map((ranges) => union(ranges).map(({ from = -Infinity, to = Infinity }) => ({ from, to })));
}

describe('core: a column of numbers', () => {
  it('marks those in any of some ranges, and asks a test about those it could not pack', () => {
    const bound = fc.oneof({ weight: 4, arbitrary: fc.nat(13) }, fc.nat());
    fc.assert(
      fc.property(cases(number, digitsColumn), rangesOf(bound), (each, ranges) => {
        const isOdd = (text: string) => digitsPacking.pack(text) === undefined;
        const test = (text: string) => text.length > 3;
        assertMarks(
          each,
          (marks) => each.column.mark(marks, ranges, test),
          (text) =>
            text !== null &&
            (isOdd(text) ? test(text) : ranges.some(({ from, to }) => Number(text) >= from && Number(text) < to)),
        );
      }),
    );
  });

  it('marks those whose digits contain others, and those that hold another text', () => {
    const wanted = fc.oneof(fc.nat(120).map(String), fc.constantFrom('00', 'm', 'any', '214748364', '1000000000000'));
    fc.assert(
      fc.property(cases(number, digitsColumn), wanted, (each, small) => {
        assertMarks(
          each,
          (marks) => each.column.markHolding(marks, small),
          (text) => text?.includes(small) === true,
        );
      }),
    );
  });

  it('gives back each text as it was, and marks the rows that have none', () => {
    fc.assert(
      fc.property(cases(number, digitsColumn), (each) => {
        assert.deepEqual(
          each.values.map((_, at) => each.column.text(each.first + at)),
          each.values,
        );
        assertMarks(
          each,
          (marks) => each.column.markNone(marks),
          (text) => text === null,
        );
      }),
    );
  });
});

describe('core: a column of times', () => {
  it('marks those in any of some ranges', () => {
    fc.assert(
      fc.property(cases(time, timesColumn), rangesOf(second), (each, ranges) => {
        assertMarks(
          each,
          (marks) => each.column.mark(marks, ranges, () => false),
          (text) => {
            const packed = text === null || timePacking.pack(text) === undefined ? NaN : secondsOf(text);
            return ranges.some(({ from, to }) => packed >= from && packed < to);
          },
        );
      }),
    );
  });

  it('marks those whose text contains another', () => {
    const part = fc.tuple(second, fc.nat(18), fc.integer({ min: 1, max: 19 })).map(([each, from, length]) => {
      return timePacking.unpack(each).slice(from, from + length);
    });
    const wanted = fc.oneof(part, fc.constantFrom('0', '2024-05-06', '10:0', '-', ' ', 'so', '01 00', '5-06t'));
    fc.assert(
      fc.property(cases(time, timesColumn), wanted, (each, small) => {
        assertMarks(
          each,
          (marks) => each.column.markHolding(marks, small),
          (text) => text?.toLowerCase().includes(small) === true,
        );
      }),
      { numRuns: 60 },
    );
  });
});

function secondsOf(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}Z`) / 1000 - epoch;
}

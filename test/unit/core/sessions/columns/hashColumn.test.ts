import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce, type Work } from '../../../../../src/core/async/work.ts';
import { HashColumn } from '../../../../../src/core/sessions/columns/hashColumn.ts';
import { pageRows } from '../../../../../src/core/sessions/columns/int32List.ts';

/** Mostly hashes that begin alike, and such texts as are no hash: too short, with a letter too many, in capitals. */
const digit = fc.constantFrom('0', 'a', 'f');
const hash = fc
  .tuple(fc.string({ unit: digit, maxLength: 3 }), fc.string({ unit: digit, minLength: 40, maxLength: 40 }))
  .map(([beginning, rest]) => (beginning + rest).slice(0, 40));
const value = fc.oneof(
  { weight: 4, arbitrary: hash },
  hash.map((each) => each.toUpperCase()),
  fc.constantFrom('', '0af', 'e7acacb6-0af0-4000-8000-000000000000', `${'a'.repeat(40)}x`),
);
const column = fc.tuple(fc.array(value, { maxLength: 30 }), fc.constantFrom(0, pageRows - 5)).map(([values, first]) => {
  const made = new HashColumn();
  values.forEach((each, at) => made.setText(first + at, each));
  return { made, values, first };
});
type Made = typeof column extends fc.Arbitrary<infer Value> ? Value : never;

function assertMarks(
  { values, first }: Made,
  mark: (marks: Uint8Array) => Work<void>,
  test: (text: string) => boolean,
) {
  const marks = new Uint8Array(first + values.length);
  atOnce(mark(marks));
  assert.deepEqual(
    [...marks.subarray(first)],
    values.map((each) => (test(each) ? 1 : 0)),
  );
}

describe('core: a column of hashes', () => {
  it('gives back each text as it was', () => {
    fc.assert(
      fc.property(column, ({ made, values, first }) => {
        assert.deepEqual(
          values.map((_, at) => made.text(first + at)),
          values,
        );
      }),
    );
  });

  it('marks those that begin with any of some texts', () => {
    const beginnings = fc.array(fc.string({ unit: digit, minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(column, beginnings, (each, wanted) => {
        const test = (text: string) => wanted.some((beginning) => text.toLowerCase().startsWith(beginning));
        assertMarks(each, (marks) => each.made.mark(marks, test, wanted), test);
        assertMarks(each, (marks) => each.made.mark(marks, test), test);
      }),
    );
  });

  it('marks those that contain a text, wherever in a byte it begins', () => {
    const wanted = fc.oneof(
      fc.string({ unit: digit, minLength: 1, maxLength: 3 }),
      // So long that a hash seldom contains it, but the end of one and the beginning of the next often do.
      fc.string({ unit: digit, minLength: 4, maxLength: 6 }),
      hash,
      fc.constantFrom('-0af', 'x', 'e7', 'aax'),
    );
    fc.assert(
      fc.property(column, wanted, (each, small) => {
        assertMarks(
          each,
          (marks) => each.made.markHolding(marks, small),
          (text) => text.toLowerCase().includes(small),
        );
      }),
      { numRuns: 300 },
    );
  });
});

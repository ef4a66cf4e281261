import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce, type Work } from '../../../../../src/core/async/work.ts';
import { pageRows } from '../../../../../src/core/sessions/columns/int32List.ts';
import { TextColumn } from '../../../../../src/core/sessions/columns/textColumn.ts';
import type { TextPredicate } from '../../../../../src/core/sessions/query/query.ts';
import { textTest } from '../../../../../src/core/sessions/query/textTest.ts';
import { text } from '../generatedSessions.ts';

/** Texts of rows from 0 on, or, behind a gap, of rows around the end of a page. */
const texts = fc.array(fc.option(text), { maxLength: 30 });
const first = fc.constantFrom(0, pageRows - 5);

function columnOf(values: readonly (string | null)[], from: number): TextColumn {
  const column = new TextColumn();
  values.forEach((value, at) => column.setText(from + at, value));
  return column;
}

/** The rows that get a mark, of so many. */
function marked(rows: number, mark: (marks: Uint8Array) => Work<void>): readonly number[] {
  const marks = new Uint8Array(rows);
  atOnce(mark(marks));
  return Array.from(marks.keys()).filter((row) => marks[row] === 1);
}

/** The rows of which a test holds, one by one; a row without a text has an empty one. */
function plainly(rows: number, values: readonly (string | null)[], from: number, test: (text: string) => boolean) {
  return Array.from({ length: rows }, (_, row) => row).filter((row) => test(values[row - from] ?? ''));
}

const predicates: Readonly<Record<string, readonly [fc.Arbitrary<TextPredicate>, RegExp | undefined]>> = {
  'contains a text': [text.map((each) => ({ kind: 'contains', text: each })), undefined],
  'is a text': [text.map((each) => ({ kind: 'equals', text: each })), undefined],
  'is empty': [fc.constant({ kind: 'empty' }), /^$/],
  'fits a pattern': [fc.constant({ kind: 'wildcard', parts: [{ text: 'host' }, '?', '*'] }), /^host.+$/isu],
  'is in a network': [fc.constant({ kind: 'network', address: '10.1.0.0', prefix: 16 }), /^10\.1\.\d+\.\d+$/],
};

/** What each predicate means, said another way. */
function naive(predicate: TextPredicate, pattern: RegExp | undefined): (text: string) => boolean {
  switch (predicate.kind) {
    case 'contains':
      return (each) => each.toLowerCase().includes(predicate.text.toLowerCase());
    case 'equals':
      return (each) => each.toLowerCase() === predicate.text.toLowerCase();
    default:
      return (each) => pattern?.test(each) === true;
  }
}

describe('core: a column of texts', () => {
  const values = fc.array(fc.option(fc.oneof(text, fc.constantFrom('10.1.2.3', '10.2.0.1', 'HOST7'))), {
    maxLength: 30,
  });

  for (const [name, [predicate, pattern]] of Object.entries(predicates)) {
    it(`marks the rows whose text ${name}`, () => {
      fc.assert(
        fc.property(values, first, predicate, fc.nat(3), (all, from, asked, more) => {
          const rows = from + all.length + more;
          const found = marked(rows, (marks) => columnOf(all, from).mark(marks, textTest([asked])));
          assert.deepEqual(found, plainly(rows, all, from, naive(asked, pattern)));
        }),
        { numRuns: 40 },
      );
    });
  }

  it('marks the rows that hold a text as they mark those whose text contains it', () => {
    const wanted = text.filter((each) => each !== '').map((each) => each.toLowerCase());
    fc.assert(
      fc.property(texts, first, wanted, (all, from, small) => {
        const rows = from + all.length;
        const found = marked(rows, (marks) => columnOf(all, from).markHolding(marks, small));
        assert.deepEqual(
          found,
          plainly(rows, all, from, (each) => each.toLowerCase().includes(small)),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('leaves the marks of other rows as they are, and tests each text once', () => {
    const column = columnOf(['a', 'b', 'a', null], 0);
    const marks = Uint8Array.of(0, 1, 0, 0);
    const tested: string[] = [];
    atOnce(column.mark(marks, (each) => tested.push(each) > 0 && each === 'a'));
    assert.deepEqual(
      [[...marks], tested.toSorted()],
      [
        [1, 1, 1, 0],
        ['', 'a', 'b'],
      ],
    );
  });

  it('gives back each text as it was', () => {
    fc.assert(
      fc.property(texts, first, (all, from) => {
        const column = columnOf(all, from);
        assert.deepEqual(
          all.map((_, at) => column.text(from + at)),
          all,
        );
      }),
    );
  });
});

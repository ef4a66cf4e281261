import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce } from '../../../../../src/core/async/work.ts';
import { addMarks, keepBoth, markedRows, turnRound } from '../../../../../src/core/sessions/query/marks.ts';

const pairs = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { maxLength: 40 });

function marksOf(flags: readonly boolean[]): Uint8Array {
  return Uint8Array.from(flags, Number);
}

describe('core: marks', () => {
  it('are combined row by row, whatever their number', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [first, second] = [rows.map(([a]) => a), rows.map(([, b]) => b)];
        const both = marksOf(first);
        atOnce(keepBoth(both, marksOf(second)));
        assert.deepEqual(both, marksOf(rows.map(([a, b]) => a && b)));
        const either = marksOf(first);
        atOnce(addMarks(either, marksOf(second)));
        assert.deepEqual(either, marksOf(rows.map(([a, b]) => a || b)));
        const turned = marksOf(first);
        atOnce(turnRound(turned));
        assert.deepEqual(turned, marksOf(rows.map(([a]) => !a)));
      }),
    );
  });

  it('are looked up as rows, unless there are too many', () => {
    fc.assert(
      fc.property(pairs, fc.nat(20), (rows, most) => {
        const marks = marksOf(rows.map(([a]) => a));
        const marked = rows.flatMap(([a], row) => (a ? [row] : []));
        const found = atOnce(markedRows(marks, most));
        assert.deepEqual(found && [...found], marked.length > most ? undefined : marked);
      }),
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PackedColumn } from '../../../../../src/core/sessions/columns/packedColumn.ts';
import { markDigits } from '../../../../../src/core/sessions/columns/markDigits.ts';
import { digitsPacking } from '../../../../../src/core/sessions/columns/digitsPacking.ts';
import { RowsById } from '../../../../../src/core/sessions/index/rowsById.ts';

/** Ids in an order that a server may send them in: runs that rise or fall, then others; some come again. */
const run = fc
  .tuple(fc.nat(40), fc.constantFrom(1, 2, -1, -3), fc.integer({ min: 1, max: 6 }))
  .map(([first, step, length]) => Array.from({ length }, (_, at) => String(Math.abs(200 + first + step * at))));
const odd = fc.constantFrom(['007'], ['99999999999'], ['2147483647'], ['']);
const fewRuns = fc.array(run, { maxLength: 12 });
const manyRuns = fc.array(run, { minLength: 30, maxLength: 60 });
const someOdd = fc.array(fc.oneof({ weight: 6, arbitrary: run }, odd), { maxLength: 20 });
const ids = fc.oneof(fewRuns, manyRuns, someOdd).map((runs) => runs.flat());

function fill(list: readonly string[]) {
  const column = new PackedColumn(digitsPacking, markDigits);
  const rows = new RowsById(column);
  const earlier = list.map((id, row) => {
    column.setText(row, id);
    return rows.add(row);
  });
  return { rows, earlier };
}

function newest(list: readonly string[], id: string, end: number): number | undefined {
  const row = list.slice(0, end).lastIndexOf(id);
  return row < 0 ? undefined : row;
}

describe('core: rows by their ids', () => {
  it('are the newest below an end, and each row’s own earlier one is told when it comes', () => {
    fc.assert(
      fc.property(ids, fc.nat(300), (list, place) => {
        const { rows, earlier } = fill(list);
        assert.deepEqual(
          earlier,
          list.map((id, row) => newest(list, id, row)),
        );
        const end = Math.min(place, list.length);
        for (const id of [...new Set(list), '1', '201', '008', '']) {
          assert.equal(rows.rowOf(id, end), newest(list, id, end));
        }
      }),
    );
  });

  for (const [what, list] of [
    ['one run', ['1', '2', '3']],
    ['a falling run', ['9', '5', '2', '1']],
    ['a run that turns round', ['1', '5', '9', '7', '3', '8']],
    ['the same again and again', ['4', '4', '4', '5', '4']],
    ['33 runs', Array.from({ length: 33 }, (_, at) => [50 - at, 100 + at].map(String)).flat()],
  ] as const) {
    it(`are found in ${what}`, () => {
      const { rows } = fill(list);
      for (let end = 0; end <= list.length; end++) {
        for (const id of [...list, '6', '999']) {
          assert.equal(rows.rowOf(id, end), newest(list, id, end), `${id} below ${end}`);
        }
      }
    });
  }
});

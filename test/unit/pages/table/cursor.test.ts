import assert from 'node:assert/strict';
import { carried, head, moved } from '../../../../src/pages/table/cursor.ts';
import type { TableAnswer } from '../../../../src/shared/tableAsk.ts';

const last = 10;
const rows = { rows: 1000, columns: last + 1, first: 500, page: 20 };

describe('table page: the cursor', () => {
  const moves: readonly (readonly [key: string, from: readonly [number, number], to: readonly [number, number]])[] = [
    ['ArrowDown', [5, 3], [6, 3]],
    ['ArrowDown', [999, 3], [999, 3]],
    ['ArrowDown', [head, 3], [500, 3]],
    ['ArrowUp', [5, 3], [4, 3]],
    ['ArrowUp', [0, 3], [head, 3]],
    ['ArrowUp', [head, 3], [head, 3]],
    ['ArrowLeft', [5, 0], [5, 0]],
    ['ArrowRight', [5, 0], [5, 1]],
    ['ArrowRight', [5, last], [5, last]],
    ['PageDown', [5, 3], [25, 3]],
    ['PageDown', [990, 3], [999, 3]],
    ['PageUp', [5, 3], [0, 3]],
    ['PageUp', [head, 3], [head, 3]],
    ['Home', [5, 3], [5, 0]],
    ['End', [5, 3], [5, last]],
    ['Ctrl+Home', [5, 3], [0, 0]],
    ['Ctrl+End', [5, 3], [999, last]],
  ];
  for (const [name, [row, column], [toRow, toColumn]] of moves) {
    it(`goes from ${row}:${column} to ${toRow}:${toColumn} by ${name}`, () => {
      const key = { key: name.replace('Ctrl+', ''), ctrlKey: name.startsWith('Ctrl+') };
      assert.deepEqual(moved({ row, column }, key, rows), { row: toRow, column: toColumn });
    });
  }

  it('stays with the names of the columns where there are no rows', () => {
    for (const key of ['ArrowDown', 'PageDown', 'End', 'Home']) {
      const to = moved({ row: head, column: 2 }, { key, ctrlKey: false }, { ...rows, rows: 0, first: 0 });
      assert.equal(to?.row, head);
    }
  });

  it('leaves other keys alone', () => {
    assert.equal(moved({ row: 5, column: 3 }, { key: 'a', ctrlKey: false }, rows), undefined);
    assert.equal(moved({ row: 5, column: 3 }, { key: 'ArrowDown', ctrlKey: true }, rows), undefined);
  });
});

describe('table page: a cursor that moves while rows are asked for', () => {
  const answer = (top: number, cursor: number | null, matched = 100): TableAnswer => ({
    type: 'answer',
    sequence: 1,
    arrangement: 2,
    matched,
    status: '',
    top,
    cursor,
    selected: null,
    from: 0,
    lost: null,
    columns: [],
    rows: [],
  });
  const ask = { cursor: { position: 5, id: '5' } };

  it('stays as far from the row it was in', () => {
    assert.equal(carried(9, ask, answer(10, 8), 0), 12);
  });

  it('stays as far from the top where that row is gone, or was none', () => {
    assert.equal(carried(9, ask, answer(10, null), 2), 17);
    assert.equal(carried(9, { cursor: null }, answer(0, null), 7), 2);
  });

  it('stays within the rows there are', () => {
    assert.equal(carried(9, ask, answer(0, 5, 7), 0), 6);
    assert.equal(carried(9, { cursor: null }, answer(0, null), 50), 0);
    assert.equal(carried(9, ask, answer(0, null, 0), 0), null);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce } from '../../../../src/core/async/work.ts';
import type { SessionIndex } from '../../../../src/core/sessions/index/sessionIndex.ts';
import { SelectedRows } from '../../../../src/host/table/selectedRows.ts';
import { listOf } from '../../core/connections/waitingStore.ts';

type Ranges = [number, number][];

const ids = ['1', '2', '3', '4', '5', '6'];
const { index } = listOf(...ids);

/** The rows of these sessions in this order. */
function rowsOf(list: SessionIndex, ...shown: readonly string[]): Int32Array {
  return Int32Array.from(shown, (id) => list.rowOfId(id) ?? -1);
}

/** Selects ranges of all rows, in the order of their ids. */
function selected(...ranges: Ranges): SelectedRows {
  const rows = new SelectedRows();
  rows.take({ list: { index }, rows: rowsOf(index, ...ids) }, { ranges, keepsHidden: false });
  return rows;
}

const texts = (rows: SelectedRows) => atOnce(rows.reading(({ id }) => id));
const place = (rows: SelectedRows, list: SessionIndex, ...shown: readonly string[]) =>
  atOnce(rows.placing(list, rowsOf(list, ...shown)));

describe('host: the selected rows of a table', () => {
  it('are the sessions of all ranges, in the order of the rows, also those the page never saw', () => {
    const rows = selected([0, 0], [2, 9]);
    assert.deepEqual(texts(rows), ['1', '3', '4', '5', '6']);
    assert.equal(rows.areSeveral, true);
    assert.equal(selected([1, 1]).areSeveral, false);
  });

  it('are none of other rows than those that are shown', () => {
    const rows = new SelectedRows();
    rows.take(undefined, { ranges: [[0, 5]], keepsHidden: false });
    assert.equal(texts(rows), undefined);
    assert.equal(place(rows, index, '1'), null);
  });

  it('are the same sessions in another order', () => {
    const rows = selected([0, 1], [4, 4]);
    assert.deepEqual(place(rows, index, '6', '5', '4', '3', '2', '1'), [
      [1, 1],
      [4, 5],
    ]);
    assert.deepEqual(texts(rows), ['5', '2', '1']);
  });

  it('stay selected while a search hides them, and are not copied then', () => {
    const rows = selected([0, 2]);
    assert.deepEqual(place(rows, index, '3', '6'), [[0, 0]]);
    assert.deepEqual(texts(rows), ['3']);
    assert.deepEqual(place(rows, index, '4'), []);
    assert.deepEqual(texts(rows), []);
    assert.deepEqual(place(rows, index, ...ids), [[0, 2]]);
  });

  it('are added to those that are hidden, or take their place', () => {
    const shown = () => ({ list: { index }, rows: rowsOf(index, '3', '6') });
    const rows = selected([0, 2]);
    place(rows, index, '3', '6');
    rows.take(shown(), { ranges: [[0, 1]], keepsHidden: true });
    assert.deepEqual(place(rows, index, ...ids), [
      [0, 2],
      [5, 5],
    ]);
    place(rows, index, '3', '6');
    rows.take(shown(), { ranges: [], keepsHidden: false });
    assert.equal(place(rows, index, ...ids), null);
  });

  it('are found again in a newer list by their ids, without those that are gone', async () => {
    const newer = listOf('9', '6', '5', '2').index;
    const rows = selected([0, 1], [4, 5]);
    rows.follow(newer);
    await rows.moved();
    assert.equal(texts(rows), undefined, 'not before it is known where they are shown');
    assert.deepEqual(place(rows, newer, '9', '2', '5', '6'), [[1, 3]]);
    rows.follow(undefined);
    assert.equal(place(rows, newer, '9'), null);
  });

  it('are the same ones after whatever orders and searches', () => {
    const some = fc.uniqueArray(fc.constantFrom(...ids));
    fc.assert(
      fc.property(fc.array(some, { minLength: 1 }), fc.integer({ min: 0, max: 5 }), (shownOnes, last) => {
        const rows = selected([0, last]);
        for (const shown of shownOnes) {
          place(rows, index, ...shown);
          assert.deepEqual(
            texts(rows),
            shown.filter((id) => Number(id) <= last + 1),
          );
        }
        assert.deepEqual(place(rows, index, ...ids), [[0, last]]);
      }),
    );
  });
});

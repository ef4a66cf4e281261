import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce } from '../../../../src/core/async/work.ts';
import type { SessionIndex } from '../../../../src/core/sessions/index/sessionIndex.ts';
import { SelectedRows } from '../../../../src/host/table/selectedRows.ts';
import { mostRanges } from '../../../../src/shared/tableAsk.ts';
import { FilteredList } from '../../../../src/core/sessions/index/filteredList.ts';
import { SessionIndexBuilder } from '../../../../src/core/sessions/index/sessionIndexBuilder.ts';
import { makeSession } from '../../core/makeSession.ts';
import { clock, parse } from '../../core/sessions/query/support.ts';
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
    assert.deepEqual(rows.rows, rowsOf(index, '1', '3', '4', '5', '6'));
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

  it('have values in a field, each once, and no more than are wanted', () => {
    const values = (rows: SelectedRows, most: number) => atOnce(rows.values('id', most));
    assert.deepEqual(values(selected([0, 0], [2, 5]), 9), ['1', '3', '4', '5', '6']);
    assert.equal(values(selected([0, 5]), 2)?.length, 3);
    assert.deepEqual(atOnce(selected([0, 5]).values('protocol', 9))?.length, 1);
    assert.equal(values(new SelectedRows(), 9), undefined);
  });

  it('are said to be lost, once, where they lie too far apart to be told', () => {
    const count = 2 * mostRanges + 2;
    const builder = new SessionIndexBuilder();
    for (let id = 0; id < count; id++) builder.add(makeSession({ id: String(id) }));
    const list = builder.build();
    const order = Int32Array.from({ length: count }, (_, at) => list.rowOfId(String(at)) ?? -1);
    const rows = new SelectedRows();
    rows.take({ list: { index: list }, rows: order }, { ranges: [[0, mostRanges]], keepsHidden: false });
    // The selected ones alternate with the others.
    const apart = order.map((_, at) => order[at % 2 === 0 ? at / 2 : mostRanges + 1 + (at - 1) / 2] ?? -1);
    assert.equal(atOnce(rows.placing(list, apart)), null);
    assert.deepEqual([rows.takeLost(), rows.takeLost(), rows.count], [mostRanges + 1, null, 0]);
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

  it('are what a model says after any sorts, filters, refreshes and selections', async () => {
    const users = ['ann', 'Bob', 'cy'];
    const ids = Array.from({ length: 12 }, (_, at) => String(at));
    const userOf = (id: string) => users[Number(id) % users.length] ?? '';
    const listed = (some: readonly string[]) => {
      const builder = new SessionIndexBuilder();
      some.forEach((id) => builder.add(makeSession({ id, user: userOf(id), device: `web${id}` })));
      return new FilteredList(builder.build());
    };
    const step = fc.record({
      field: fc.constantFrom('user', 'device', 'id'),
      direction: fc.constantFrom('ascending', 'descending'),
    });
    const ranges = fc
      .uniqueArray(fc.nat(11))
      .map((rows) => rows.toSorted((a, b) => a - b).map((row) => [row, row] as const));
    const action = fc.oneof(
      fc.record({
        kind: fc.constant('ask'),
        sort: fc.uniqueArray(step, { selector: ({ field }) => field }),
        user: fc.option(fc.constantFrom(...users)),
      }),
      fc.record({ kind: fc.constant('refresh'), ids: fc.uniqueArray(fc.constantFrom(...ids)) }),
      fc.record({ kind: fc.constant('select'), ranges, keepsHidden: fc.boolean() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 12 }), async (actions) => {
        const rows = new SelectedRows();
        let list = listed(ids);
        let asked: Parameters<FilteredList['arranging']>[0] = { path: [], query: undefined, sort: [] };
        let model = new Set<string>();
        const shown = () => atOnce(list.arranging(asked, clock));
        const shownIds = () => Array.from(shown(), (row) => list.index.idOf(row));
        for (const done of actions) {
          if (done.kind === 'ask') {
            const query = done.user === null ? undefined : parse(`user:${done.user}`);
            asked = { path: [], query, sort: done.sort };
          } else if (done.kind === 'refresh') {
            list = listed(done.ids);
            model = new Set(done.ids.filter((id) => model.has(id)));
            rows.follow(list.index);
            await rows.moved();
          } else {
            const all = shownIds();
            const within = done.ranges.filter(([row]) => row < all.length);
            const hidden = done.keepsHidden ? [...model].filter((id) => !all.includes(id)) : [];
            model = new Set([...within.map(([row]) => all[row] ?? ''), ...hidden]);
            rows.take(
              { list, rows: shown() },
              { ranges: within.map(([row]) => [row, row]), keepsHidden: done.keepsHidden },
            );
          }
          atOnce(rows.placing(list.index, shown()));
          assert.deepEqual(
            atOnce(rows.reading(({ id }) => id)) ?? [],
            shownIds().filter((id) => model.has(id)),
          );
        }
      }),
    );
  });
});

import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { FilteredList } from '../../../../../src/core/sessions/index/filteredList.ts';
import { ListView } from '../../../../../src/core/sessions/index/listView.ts';
import type { Query } from '../../../../../src/core/sessions/query/query.ts';
import { listOf, loaded, waitingStore } from '../../connections/waitingStore.ts';
import { clock, parse } from '../query/support.ts';

/** A view of sessions with these ids. */
function viewing(...ids: readonly string[]) {
  const view = new ListView(() => clock);
  view.show(listOf(...ids).index);
  let changes = 0;
  view.onDidChange(() => changes++);
  return { view, changes: () => changes };
}

const ids = ({ shown }: ListView) => Array.from(shown?.rows ?? [], (row) => shown?.index.session(row).id);

describe('core: what is shown of a list', () => {
  it('is all of it, until a filter is set, and again when it is cleared', async () => {
    const { view, changes } = viewing('1', '2', '3');
    const whole = view.shown;
    assert.deepEqual(ids(view), ['1', '2', '3']);
    await view.setFilter(parse('id:2..3'));
    assert.deepEqual([ids(view), view.shown?.total, changes()], [['2', '3'], 3, 1]);
    await view.setFilter(undefined);
    assert.deepEqual([view.shown, changes()], [whole, 2]);
  });

  it('stays as it is until the filter has been evaluated, and then is under the newest one', async () => {
    const { view, changes } = viewing('1', '2', '3');
    const going = { on: true };
    slow(view, going);
    const first = view.setFilter(parse('id:1'));
    const second = view.setFilter(parse('id:2'));
    assert.deepEqual(ids(view), ['1', '2', '3']);
    going.on = false;
    await Promise.all([first, second]);
    assert.deepEqual([ids(view), changes()], [['2'], 1]);
  });

  it('is under the filter also of a list that comes while that is evaluated', async () => {
    const { view } = viewing('1', '2');
    const going = { on: true };
    slow(view, going);
    const setting = view.setFilter(parse('id:>1'));
    view.show(listOf('1', '2', '3').index);
    assert.deepEqual(ids(view), ['2', '3']);
    going.on = false;
    await setting;
    assert.deepEqual(ids(view), ['2', '3']);
  });

  it('keeps its filter and grouping without a list, and for the next one', async () => {
    const { view } = viewing('1', '2');
    await view.setGrouping(['user']);
    await view.setFilter(parse('id:2'));
    view.show(undefined);
    assert.deepEqual([view.shown, view.grouping], [undefined, ['user']]);
    view.show(listOf('2', '3').index);
    assert.deepEqual([ids(view), view.grouping], [['2'], ['user']]);
  });

  it('keeps its order with another filter and grouping, until another one is set', async () => {
    const { view, changes } = viewing('1', '2');
    assert.deepEqual(view.order, { groups: 'name', sessions: { column: 'start', direction: 'descending' } });
    const order = { groups: 'count', sessions: { column: 'id', direction: 'descending' } } as const;
    await view.setGrouping(['day'], order);
    await view.setGrouping(['extra.risk', 'user']);
    await view.setFilter(parse('id:2'));
    view.show(listOf('2', '3').index);
    assert.deepEqual([view.grouping, view.order, changes()], [['extra.risk', 'user'], order, 3]);
  });

  it('is evaluated before a list that was loaded is the one to show, while it grows, too', async () => {
    const { store, view, fetch } = waitingStore();
    await view.setFilter(parse('id:2'));
    const loading = store.load();
    fetch(0).onProgress({ sessions: 2, bytes: 800, snapshot: () => listOf('1', '2') });
    while (view.shown === undefined) await nextTurn();
    assert.deepEqual([ids(view), view.shown.index], [['2'], store.index]);
    fetch(0).resolve(listOf('1', '2', '3'));
    await loading;
    assert.deepEqual([ids(view), view.shown.total], [['2'], 3]);
    store.clear();
    assert.equal(view.shown, undefined);
  });

  it('changes for whoever follows the list', async () => {
    const { view, states } = await loaded();
    const before = states.length;
    await view.setFilter(parse('id:1'));
    assert.deepEqual(states.slice(before), ['ready']);
  });
});

/** Makes the evaluation of filters wait. */
function slow(view: ListView, going: { on: boolean }): void {
  const { shown } = view;
  assert.ok(shown instanceof FilteredList);
  const { index } = shown;
  const matching = index.matching.bind(index);
  index.matching = function* (query: Query, at) {
    while (going.on) yield undefined;
    return yield* matching(query, at);
  };
}

import assert from 'node:assert/strict';
import { ShownItems } from '../../../../src/host/prompts/shownItems.ts';

interface Row {
  readonly label: string;
  readonly key: string;
}

/** As much of a quick pick as it takes: VS Code makes the first row active whenever it gets others. */
class Pick {
  value = 'ana';
  activeItems: readonly Row[] = [];
  #items: readonly Row[] = [];

  get items() {
    return this.#items;
  }

  set items(items) {
    this.#items = items;
    this.activeItems = items.slice(0, 1);
  }
}

const rows = (keys: string, label = '') => Array.from(keys, (key): Row => ({ key, label }));

describe('host: the rows of a quick pick', () => {
  const active = (pick: Pick) => pick.activeItems.map(({ key, label }) => key + label);

  it('leave the one active that a person went to, when a list changes', () => {
    const pick = new Pick();
    const shown = new ShownItems<Row>(pick, ({ key }) => key);
    shown.show(rows('abc'));
    assert.deepEqual(active(pick), ['a']);
    pick.activeItems = pick.items.slice(1, 2);
    shown.show(rows('xabc', ' anew'));
    assert.deepEqual(active(pick), ['b anew']);
    shown.show(rows('xyabc'));
    assert.deepEqual(active(pick), ['b']);
    shown.show(rows('xac'));
    assert.deepEqual(active(pick), ['x'], 'it is gone');
  });

  it('begin at the first one when another text is typed', () => {
    const pick = new Pick();
    const shown = new ShownItems<Row>(pick, ({ key }) => key);
    shown.show(rows('abc'));
    pick.activeItems = pick.items.slice(1, 2);
    pick.value = 'anab';
    shown.show(rows('abc'));
    assert.deepEqual(active(pick), ['a']);
  });
});

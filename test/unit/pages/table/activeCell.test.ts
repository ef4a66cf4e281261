import assert from 'node:assert/strict';
import { makeActiveCell } from '../../../../src/pages/table/activeCell.ts';

/** As much of an element as a mark needs. */
function makeElement() {
  const attributes = new Map<string, string>();
  return {
    attributes,
    classList: { add: () => undefined, remove: () => undefined },
    set id(id: string) {
      attributes.set('id', id);
    },
    get id() {
      return attributes.get('id') ?? '';
    },
    setAttribute: (name: string, value: string) => void attributes.set(name, value),
    removeAttribute: (name: string) => void attributes.delete(name),
  };
}

describe('table page: the mark of the cursor', () => {
  it('leaves no id behind on a cell that serves another row', () => {
    const grid = makeElement();
    const cells = [makeElement(), makeElement(), makeElement()];
    let firstRow = 50;
    const mark = makeActiveCell(
      grid as unknown as HTMLElement,
      ({ row }) => cells[row - firstRow] as unknown as HTMLElement | undefined,
    );
    const named = () => cells.map(({ id }) => id !== '' && id === grid.attributes.get('aria-activedescendant'));
    mark.show({ row: 51, column: 0 });
    assert.deepEqual(named(), [false, true, false]);
    firstRow = 500;
    mark.show({ row: 51, column: 0 });
    firstRow = 49;
    mark.show({ row: 51, column: 0 });
    assert.deepEqual(named(), [false, false, true]);
  });
});

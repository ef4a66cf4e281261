import assert from 'node:assert/strict';
import { shownSort, sortAfterPress } from '../../../../src/pages/table/shownSort.ts';
import { narrowest, resized, startWidths, template, widest } from '../../../../src/pages/table/widths.ts';
import { columns, type Column, type Sort } from '../../../../src/shared/table.ts';

describe('table page: the columns', () => {
  it('sort one way, the other way, and by the newest start again', () => {
    const order = (column: Column) => {
      const seen: (Sort | null)[] = [null];
      do {
        seen.push(sortAfterPress(seen.at(-1) ?? null, column));
      } while (seen.at(-1) !== null);
      return seen.slice(1).map((sort) => shownSort(sort));
    };
    const [up, down] = ['ascending', 'descending'] as const;
    const newest = { column: 'start', direction: down };
    assert.deepEqual(order('user'), [{ column: 'user', direction: up }, { column: 'user', direction: down }, newest]);
    assert.deepEqual(order('start'), [{ column: 'start', direction: up }, newest]);
  });

  it('begin one way when another one was sorted by', () => {
    assert.deepEqual(sortAfterPress({ column: 'user', direction: 'descending' }, 'device'), {
      column: 'device',
      direction: 'ascending',
    });
  });

  it('get wider and narrower within bounds, the others staying as they are', () => {
    assert.deepEqual(resized(startWidths, 'user', 200.4), { ...startWidths, user: 200 });
    assert.equal(resized(startWidths, 'user', -5).user, narrowest);
    assert.equal(resized(startWidths, 'user', 1e6).user, widest);
    assert.equal(template(startWidths).split(' ').length, columns.length);
  });
});

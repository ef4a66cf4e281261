import assert from 'node:assert/strict';
import { shownSort, sortAfterPress } from '../../../../src/pages/table/shownSort.ts';
import type { Column, Sort } from '../../../../src/shared/table.ts';

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
});

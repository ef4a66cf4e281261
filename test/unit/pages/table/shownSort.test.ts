import assert from 'node:assert/strict';
import { shownSort, sortAfterAdding, sortAfterPress, sortText } from '../../../../src/pages/table/shownSort.ts';
import type { Sort } from '../../../../src/shared/tableAsk.ts';
import type { TableWords } from '../../../../src/shared/tableView.ts';
import type { Column } from '../../../../src/shared/tableColumn.ts';

const [up, down] = ['ascending', 'descending'] as const;
const newest: Sort = { column: 'start', direction: down };

/** The orders that follow each other while a column's name is pressed, until the first comes again. */
function cycle(
  press: typeof sortAfterPress,
  column: Column,
  begin: readonly Sort[] = [],
): readonly (readonly Sort[])[] {
  const seen = [press(begin, column)];
  const isBack = () => JSON.stringify(seen.at(-1)) === JSON.stringify(begin);
  while (!isBack() && seen.length < 9) seen.push(press(seen.at(-1) ?? [], column));
  return seen;
}

describe('table page: the columns', () => {
  it('sort one way, the other way, and by the newest start again', () => {
    const shown = (column: Column) => cycle(sortAfterPress, column).map(shownSort);
    assert.deepEqual(shown('user'), [
      [{ column: 'user', direction: up }],
      [{ column: 'user', direction: down }],
      [newest],
    ]);
    assert.deepEqual(shown('start'), [[{ column: 'start', direction: up }], [newest]]);
  });

  it('begin one way when another one was sorted by, or several were', () => {
    const byDevice = [{ column: 'device', direction: up }];
    assert.deepEqual(sortAfterPress([{ column: 'user', direction: down }], 'device'), byDevice);
    const several: readonly Sort[] = [{ column: 'device', direction: up }, newest];
    assert.deepEqual(sortAfterPress(several, 'device'), byDevice);
  });

  it('are added to the order with Shift, turned round and taken out of it again', () => {
    const begin: readonly Sort[] = [
      { column: 'device', direction: down },
      { column: 'user', direction: up },
    ];
    assert.deepEqual(cycle(sortAfterAdding, 'id', begin), [
      [...begin, { column: 'id', direction: up }],
      [...begin, { column: 'id', direction: down }],
      begin,
    ]);
    assert.deepEqual(sortAfterAdding(begin, 'device'), [{ column: 'user', direction: up }]);
    assert.deepEqual(sortAfterAdding([], 'user'), [{ column: 'user', direction: up }], 'not within the newest first');
  });

  it('say in which order the rows are', () => {
    const words = { sortedByNewest: 'Newest', sortedBy: 'By {0}.', ascending: '{0} up', descending: '{0} down' };
    const say = (sort: readonly Sort[]) =>
      sortText(sort, (name) => name.toUpperCase(), { words: words as TableWords, language: 'en' });
    assert.equal(say([]), 'Newest');
    assert.equal(say([{ column: 'user', direction: up }, newest]), 'By USER up and START down.');
  });
});

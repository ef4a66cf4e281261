import assert from 'node:assert/strict';
import { atOnce } from '../../../../src/core/async/work.ts';
import { FilteredList } from '../../../../src/core/sessions/index/filteredList.ts';
import { Arranger } from '../../../../src/host/table/arranger.ts';
import { textsOf } from '../../../../src/host/table/selectedRows.ts';
import type { Ask } from '../../../../src/shared/table.ts';
import { clock } from '../../core/sessions/query/support.ts';
import { listOf } from '../../core/connections/waitingStore.ts';

const ask: Ask = {
  type: 'ask',
  sequence: 1,
  question: { text: '', sort: { column: 'id', direction: 'ascending' } },
  arrangement: null,
  top: { position: 0, id: null },
  cursor: null,
  reach: 2,
};

describe('host: the selected rows of a table', () => {
  const list = new FilteredList(listOf('1', '2', '3', '4', '5', '6').index);
  const arranged = () => {
    const arranger = new Arranger(null);
    const { arrangement } = atOnce(arranger.answering(list, ask, clock));
    return { arranger, arrangement };
  };

  it('are the sessions of all ranges, in the order of the rows, also those the page never saw', async () => {
    const { arranger, arrangement } = arranged();
    const ranges: [number, number][] = [
      [0, 0],
      [2, 9],
    ];
    const texts = await textsOf(arranger, { arrangement, ranges }, ({ id }) => id);
    assert.deepEqual(texts, ['1', '3', '4', '5', '6']);
  });

  it('are none of another arrangement than they were selected in', async () => {
    const { arranger, arrangement } = arranged();
    atOnce(arranger.answering(list, { ...ask, question: { text: '', sort: null } }, clock));
    assert.equal(await textsOf(arranger, { arrangement, ranges: [[0, 5]] }, ({ id }) => id), undefined);
  });
});

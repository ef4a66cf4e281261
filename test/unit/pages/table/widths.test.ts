import assert from 'node:assert/strict';
import { narrowest, resized, startWidths, template, widest } from '../../../../src/pages/table/widths.ts';
import { columns } from '../../../../src/shared/table.ts';

describe('table page: the widths of columns', () => {
  it('get wider and narrower within bounds, the others staying as they are', () => {
    assert.deepEqual(resized(startWidths, 'user', 200.4), { ...startWidths, user: 200 });
    assert.equal(resized(startWidths, 'user', -5).user, narrowest);
    assert.equal(resized(startWidths, 'user', 1e6).user, widest);
    assert.equal(template(startWidths).split(' ').length, columns.length);
  });
});

import assert from 'node:assert/strict';
import { narrowest, resized, startWidths, template, widest } from '../../../../src/pages/table/widths.ts';

const columns = [
  { name: 'user', label: 'User', width: 120 },
  { name: 'device', label: 'Device', width: 160 },
];

describe('table page: the widths of columns', () => {
  const start = startWidths(columns);

  it('get wider and narrower within bounds, the others staying as they are', () => {
    assert.deepEqual(resized(start, 'user', 200.4), { user: 200, device: 160 });
    assert.equal(resized(start, 'user', -5)['user'], narrowest);
    assert.equal(resized(start, 'user', 1e6)['user'], widest);
  });

  it('are laid out in the order of the columns, those unknown as wide as at first', () => {
    assert.equal(template(columns, { device: 50 }), '120px 50px');
  });
});

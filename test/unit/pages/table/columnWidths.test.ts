import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bounded, columnWidths, narrowest, widest } from '../../../../src/pages/table/columnWidths.ts';

const columns = [
  { name: 'start', label: 'Start', usual: 160, given: null, hasValues: true, isText: false, longest: '0000' },
  { name: 'user', label: 'User', usual: 100, given: null, hasValues: true, isText: true, longest: null },
  { name: 'device', label: 'Device', usual: 200, given: null, hasValues: true, isText: true, longest: null },
  { name: 'id', label: 'ID', usual: 80, given: null, hasValues: false, isText: false, longest: '' },
  {
    name: 'sessionId',
    label: 'Session ID',
    usual: 120,
    given: null,
    hasValues: false,
    isText: false,
    longest: '0'.repeat(40),
  },
];
const usual = columns.map(({ usual }) => usual);
/** Five pixels a letter and twenty for the cell: 220 for the longest Session ID. */
const longest = (text: string) => text.length * 5 + 20;
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

/** The columns with these widths from a person. */
function given(widths: Readonly<Record<string, number>>) {
  return columns.map((column) => ({ ...column, given: widths[column.name] ?? null }));
}

describe('table page: the widths of columns', () => {
  it('are within bounds', () => {
    assert.deepEqual([bounded(200.4), bounded(-5), bounded(1e6)], [200, narrowest, widest]);
  });

  it('are the usual ones where there is no room to spare', () => {
    assert.deepEqual(columnWidths(columns, 100, longest), usual);
    assert.deepEqual(columnWidths(columns, 660, longest), usual);
  });

  it('show the longest text whole where it fits, and share what is left by their usual widths', () => {
    assert.deepEqual(columnWidths(columns, 760, longest), [160, 100, 200, 80, 220]);
    assert.deepEqual(columnWidths(columns, 1060, longest), [160, 200, 400, 80, 220]);
    assert.deepEqual(columnWidths(columns, 690, longest), [160, 110, 220, 80, 120], 'not whole, so no wider either');
  });

  it('stay what a person made them', () => {
    assert.deepEqual(columnWidths(given({ user: 50, sessionId: 90 }), 880, longest), [160, 50, 500, 80, 90]);
  });

  it('fill the room, and are never less than the usual ones', () => {
    const some = fc.dictionary(fc.constantFrom(...columns.map(({ name }) => name)), fc.integer({ min: 48, max: 400 }));
    fc.assert(
      fc.property(some, fc.nat(3000), (widths, room) => {
        const laid = columnWidths(given(widths), room, longest);
        const least = columns.map(({ name, usual: each }) => widths[name] ?? each);
        const isShared = widths['user'] === undefined || widths['device'] === undefined;
        assert.ok(laid.every((width, at) => width >= (least[at] ?? 0)));
        assert.ok(sumOf(laid) <= Math.max(room, sumOf(least)));
        if (isShared) assert.equal(sumOf(laid), Math.max(room, sumOf(least)));
      }),
    );
  });
});

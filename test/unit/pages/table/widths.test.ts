import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bounded, laidOut, narrowest, widest } from '../../../../src/pages/table/widths.ts';

const columns = [
  { name: 'start', label: 'Start', width: 160, longest: '0000' },
  { name: 'user', label: 'User', width: 100, longest: null },
  { name: 'device', label: 'Device', width: 200, longest: null },
  { name: 'id', label: 'ID', width: 80, longest: '' },
  { name: 'sessionId', label: 'Session ID', width: 120, longest: '0'.repeat(40) },
];
const usual = columns.map(({ width }) => width);
/** Five pixels a letter and twenty for the cell: 220 for the longest Session ID. */
const longest = (text: string) => text.length * 5 + 20;
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

describe('table page: the widths of columns', () => {
  it('are within bounds', () => {
    assert.deepEqual([bounded(200.4), bounded(-5), bounded(1e6)], [200, narrowest, widest]);
  });

  it('are the usual ones where there is no room to spare', () => {
    assert.deepEqual(laidOut(columns, {}, 100, longest), usual);
    assert.deepEqual(laidOut(columns, {}, 660, longest), usual);
  });

  it('show the longest text whole where it fits, and share what is left by their usual widths', () => {
    assert.deepEqual(laidOut(columns, {}, 760, longest), [160, 100, 200, 80, 220]);
    assert.deepEqual(laidOut(columns, {}, 1060, longest), [160, 200, 400, 80, 220]);
    assert.deepEqual(laidOut(columns, {}, 690, longest), [160, 110, 220, 80, 120], 'not whole, so no wider either');
  });

  it('stay what a person made them', () => {
    assert.deepEqual(laidOut(columns, { user: 50, sessionId: 90 }, 880, longest), [160, 50, 500, 80, 90]);
  });

  it('fill the room, and are never less than the usual ones', () => {
    const given = fc.dictionary(fc.constantFrom(...columns.map(({ name }) => name)), fc.integer({ min: 48, max: 400 }));
    fc.assert(
      fc.property(given, fc.nat(3000), (widths, room) => {
        const laid = laidOut(columns, widths, room, longest);
        const least = columns.map(({ name, width }) => widths[name] ?? width);
        const isShared = widths['user'] === undefined || widths['device'] === undefined;
        assert.ok(laid.every((width, at) => width >= (least[at] ?? 0)));
        assert.ok(sumOf(laid) <= Math.max(room, sumOf(least)));
        if (isShared) assert.equal(sumOf(laid), Math.max(room, sumOf(least)));
      }),
    );
  });
});

import assert from 'node:assert/strict';
import { nextMark } from '../../../../src/pages/detail/nextMark.ts';

describe('pages: the keys of a strip', () => {
  it('lead from mark to mark, and not beyond the first and the last', () => {
    const from = (position: number) => (key: string) => nextMark(key, position, 3);
    const keys = ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown', 'Home', 'End', 'a'];
    assert.deepEqual(keys.map(from(1)), [0, 0, 2, 2, 0, 2, undefined]);
    assert.deepEqual(keys.map(from(0)), [0, 0, 1, 1, 0, 2, undefined]);
    assert.deepEqual(keys.map(from(2)), [1, 1, 2, 2, 0, 2, undefined]);
  });
});

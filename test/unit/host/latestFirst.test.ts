import assert from 'node:assert/strict';
import { latestFirst } from '../../../src/host/latestFirst.ts';

describe('host: what was used last', () => {
  it('comes first, once, and pushes out the oldest', () => {
    assert.deepEqual(latestFirst(['a', 'b', 'c'], 'c', 3), ['c', 'a', 'b']);
    assert.deepEqual(latestFirst(['a', 'b', 'c'], 'd', 3), ['d', 'a', 'b']);
    assert.deepEqual(latestFirst([{ id: 1 }, { id: 2 }], { id: 2 }, 9), [{ id: 2 }, { id: 1 }]);
  });
});

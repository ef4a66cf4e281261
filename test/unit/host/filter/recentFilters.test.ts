import assert from 'node:assert/strict';
import { RecentFilters } from '../../../../src/host/filter/recentFilters.ts';

function memory(kept?: unknown) {
  const values = new Map([['pamSessions.recentFilters', kept]]);
  return {
    get: (key: string) => values.get(key),
    update: async (key: string, value: unknown) => {
      await Promise.resolve(values.set(key, value));
    },
  };
}

describe('host: recent filters', () => {
  it('are kept, the last one first, each once, ten at most', async () => {
    const recent = new RecentFilters(memory());
    for (const text of ['a', 'b', ' a ', '', ' ', ...Array.from('cdefghijklm')]) {
      await recent.remember(text);
    }
    assert.deepEqual(recent.all, Array.from('mlkjihgfed'));
    await recent.remember('g');
    assert.deepEqual(recent.all, Array.from('gmlkjihfed'));
  });

  it('are none where something else was kept in their place', () => {
    for (const odd of [null, 5, 'a', { a: 1 }, [5]]) {
      assert.deepEqual(new RecentFilters(memory(odd)).all, []);
    }
  });
});

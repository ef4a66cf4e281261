import assert from 'node:assert/strict';
import {
  NotFilters,
  savedFilters,
  withoutSavedFilter,
  withSavedFilter,
} from '../../../../../src/core/sessions/filters/savedFilters.ts';

describe('core: saved filters', () => {
  it('are the texts of the setting, in its order', () => {
    assert.deepEqual(savedFilters({ Night: 'at:2024', Admins: 'user:admin' }), [
      { name: 'Night', query: 'at:2024' },
      { name: 'Admins', query: 'user:admin' },
    ]);
    assert.deepEqual(savedFilters({ Night: 5, Admins: 'user:admin' }), [{ name: 'Admins', query: 'user:admin' }]);
    for (const wrong of [undefined, null, 'is:live', ['is:live'], 5]) {
      assert.deepEqual(savedFilters(wrong), []);
    }
  });

  it('are added, replaced in their place, and removed', () => {
    const setting = { Night: 'at:2024', Admins: 'user:admin' };
    assert.deepEqual(Object.entries(withSavedFilter(setting, { name: 'Night', query: 'is:live' })), [
      ['Night', 'is:live'],
      ['Admins', 'user:admin'],
    ]);
    assert.deepEqual(withSavedFilter(undefined, { name: 'A', query: 'x' }), { A: 'x' });
    assert.deepEqual(withoutSavedFilter(setting, 'Night'), { Admins: 'user:admin' });
    assert.deepEqual(withoutSavedFilter(setting, 'Nobody'), setting);
  });

  it('leave what is no text where it is, and a setting that is something else altogether alone', () => {
    assert.deepEqual(withSavedFilter({ odd: 5 }, { name: 'A', query: 'x' }), { odd: 5, A: 'x' });
    for (const wrong of ['is:live', ['is:live'], 5]) {
      assert.throws(() => withSavedFilter(wrong, { name: 'A', query: 'x' }), NotFilters);
      assert.throws(() => withoutSavedFilter(wrong, 'A'), NotFilters);
    }
  });

  it('may have any name', () => {
    const named = withSavedFilter({}, { name: '__proto__', query: 'is:live' });
    assert.deepEqual(savedFilters(named), [{ name: '__proto__', query: 'is:live' }]);
  });
});

import assert from 'node:assert/strict';
import { readSession } from '../../../../../src/core/pam/records/readSession.ts';
import { english, php, read, shown } from './records.ts';

describe('core: the duration of a record', () => {
  const duration = (changes: Readonly<Record<string, unknown>>) => read({ time: undefined, ...changes });
  const iso: readonly (readonly [start: unknown, end: unknown])[] = [
    ['2024-05-06T16:05:07+00', '2024-05-06T16:07:59+00'],
    ['2024-05-06T13:05:07-03', '2024-05-06T21:37:59+0530'],
    ['2024-05-06T16:05:07,123', '2024-05-06t16:07:59,9'],
    ['2024-05-06T16:05:07z', '2024-05-06T16:07:59Z'],
    [php('2024-05-06 16:05:07.000000'), php('2024-05-06 16:07:59.000000')],
    ['2024-05-06 16:05:07', php('2024-05-06 16:07:59.000000')],
    [1_715_011_507, 1_715_011_679],
    [1_715_011_507, '2024-05-06T13:07:59-0300'],
    ['1715011507000', 1_715_011_679_000],
  ];
  for (const [start, end] of iso) {
    it(`is counted from ${shown(start)} to ${shown(end)}`, () =>
      assert.equal(duration({ start, end }).durationSeconds, 172));
  }

  it('is unknown where PHP names two clocks', () => {
    const [start, end] = [php('2024-05-06 16:05:07.000000'), php('2024-05-06 19:07:59.000000', 3, 'UTC')];
    assert.equal(duration({ start, end }).durationSeconds, null);
    assert.equal(duration({ start, end, time: '00:02:52' }).durationSeconds, 172);
  });

  const [start, end] = ['2024-01-01 00:00:00', '2024-03-01 00:00:00'];
  it('is that from start to end where MySQL cut the time off, which is kept', () => {
    const { durationSeconds, extra } = duration({ start, end, time: '838:59:59' });
    assert.deepEqual([durationSeconds, extra], [60 * 86_400, { time: '838:59:59' }]);
  });

  it('is what the server says where nothing is cut off', () => {
    const at = (time: string, changes = {}) => duration({ start, end, time, ...changes });
    assert.deepEqual([at('838:59:58').durationSeconds, at('838:59:58').extra], [3_020_398, {}]);
    assert.equal(at('839:00:00').durationSeconds, 3_020_400);
    assert.equal(at('838:59:59', { end: '2024-01-02 00:00:00' }).durationSeconds, 3_020_399);
    assert.equal(at('838:59:59', { start: null }).durationSeconds, 3_020_399);
    assert.equal(at('838:59:59', { end: 'soon' }).durationSeconds, 3_020_399);
  });

  it('is never longer than the time since the start, a day for zones and clocks aside', () => {
    const now = Date.UTC(2024, 2, 1);
    const at = (changes: object) => {
      const { durationSeconds, extra } =
        readSession({ ...english, start, end, time: '00:00:20', ...changes }, now) ?? {};
      return [durationSeconds, extra];
    };
    const [hour, day] = [3600, 86_400];
    assert.deepEqual(at({ time: `${60 * 24}:00:00` }), [60 * day, {}]);
    assert.deepEqual(at({ time: `${61 * 24}:00:00` }), [61 * day, {}]);
    assert.deepEqual(at({ time: `${61 * 24}:00:01` }), [60 * day, { time: `${61 * 24}:00:01` }]);
    assert.deepEqual(at({ time: '99999999:00:00', end: '2024-01-01 01:00:00' }), [hour, { time: '99999999:00:00' }]);
    assert.deepEqual(at({ time: null, end: '2099-12-31 23:59:59' }), [null, {}]);
    assert.deepEqual(at({ time: '99999999:00:00', end: '2099-12-31 23:59:59' }), [null, { time: '99999999:00:00' }]);
    assert.deepEqual(at({ end: '2099-12-31 23:59:59' }), [20, {}]);
    // One clock is wrong by years, nobody knows which.
    assert.deepEqual(at({ time: null, start: '2025-01-01 00:00:00', end: '2025-01-01 01:00:00' }), [hour, {}]);
  });
});

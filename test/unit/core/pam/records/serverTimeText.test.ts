import assert from 'node:assert/strict';
import { zoneOfTime } from '../../../../../src/core/pam/records/zoneOfTime.ts';
import { php, read, shown } from './records.ts';

describe('core: what a server sends as a time', () => {
  const texts: readonly (readonly [value: unknown, text: string])[] = [
    [php('2024-05-06 16:07:59.000000'), '2024-05-06 16:07:59'],
    [php('2024-05-06 16:07:59.000000', 1, '-03:00'), '2024-05-06 16:07:59'],
    [php('2024-05-06 16:07:59.000000', 2, 'Z'), '2024-05-06 16:07:59'],
    [php('2024-05-06 16:07:59.250000'), '2024-05-06 16:07:59.250000'],
    [{ date: '2024-05-06 16:07:59' }, '2024-05-06 16:07:59'],
    [1_715_011_679, '2024-05-06 16:07:59Z'],
    ['1715011679', '2024-05-06 16:07:59Z'],
    [1_715_011_679.25, '2024-05-06 16:07:59.250Z'],
    [1_715_011_679_000, '2024-05-06 16:07:59Z'],
    [1_715_011_679_250, '2024-05-06 16:07:59.250Z'],
    ['1715011679250000', '2024-05-06 16:07:59.250Z'],
    ['1715011679000000000', '2024-05-06 16:07:59Z'],
    // Digits that are no moment of this century stay as they are.
    [20_240_506_160_759, '20240506160759'],
    ['202405061607', '202405061607'],
    [7, '7'],
    [-1, '-1'],
    ['2024-05-06T16:07:59,5+00', '2024-05-06T16:07:59,5+00'],
    ['2024-05-06 16:07:59.000000', '2024-05-06 16:07:59.000000'],
    ['soon', 'soon'],
  ];
  for (const [value, text] of texts) {
    it(`reads ${shown(value)} as ${text}, at which a session began or ended`, () => {
      const { start, end, live } = read({ start: value, end: value });
      assert.deepEqual([start, end, live], [text, text, false]);
    });
  }

  const nothing = [
    ...[null, '', 0, '0', '0.000000', false, [], php('-0001-11-30 00:00:00.000000'), php('0000-00-00 00:00:00.000000')],
    ...['0000-00-00 00:00:00.000000', '0000-00-00T00:00:00Z', '-0001-11-30 00:00:00', '0001-01-01T00:00:00Z'],
    ...['9999-12-31 23:59:59', '9999-12-31T23:59:59.999999+00:00', '1970-01-01T00:00:00Z'],
  ];
  for (const value of nothing) {
    it(`reads ${shown(value)} as no time`, () => {
      const { start, end, live, durationSeconds } = read({ start: value, end: value });
      assert.deepEqual([start, end, live, durationSeconds], [null, null, true, null]);
    });
  }

  for (const value of [true, {}, { at: 1 }, { date: 7 }, ['2024-05-06 16:07:59'], [null]]) {
    it(`has a session ended whose end is ${shown(value)}`, () => {
      const { end, live, durationSeconds } = read({ end: value });
      assert.deepEqual([end, live, durationSeconds], [JSON.stringify(value), false, 20]);
    });
  }

  it('keeps what PHP says besides the date, and knows the zone by it', () => {
    const end = php('2020-11-17 15:29:41.000000');
    assert.deepEqual(read({ end }).extra, { end });
    const zones = [php('', 1, '-03:00'), php('', 2, 'z'), php('', 2, 'GMT'), php('', 2, 'IST'), end, 'soon', null];
    assert.deepEqual(zones.map(zoneOfTime), [
      '-03:00',
      'UTC',
      'GMT',
      'IST?',
      'America/Sao_Paulo',
      undefined,
      undefined,
    ]);
  });
});

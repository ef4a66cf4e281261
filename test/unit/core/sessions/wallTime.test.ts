import assert from 'node:assert/strict';
import { wallTime } from '../../../../src/core/sessions/wallTime.ts';

describe('wallTime', () => {
  const instant = Date.UTC(2024, 4, 6, 3, 7, 9);
  const zones = {
    UTC: '2024-05-06 03:07:09 +00:00',
    'America/Sao_Paulo': '2024-05-06 00:07:09 -03:00',
    'Asia/Kolkata': '2024-05-06 08:37:09 +05:30',
    'Pacific/Honolulu': '2024-05-05 17:07:09 -10:00',
  };
  for (const [zone, text] of Object.entries(zones)) {
    it(`is what a clock in ${zone} shows`, () => assert.equal(wallTime(instant, zone), text));
  }
});

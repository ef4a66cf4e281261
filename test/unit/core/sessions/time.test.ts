import assert from 'node:assert/strict';
import { isNoTime, secondsOf } from '../../../../src/core/sessions/time.ts';

describe('core: server times', () => {
  const noon = Date.UTC(2024, 4, 6, 12, 0, 0) / 1000;

  const times: readonly (readonly [text: string, seconds: number | undefined])[] = [
    ['2024-05-06 12:00:00', noon],
    ['2024-05-06T12:00:00', noon],
    [' 2024-05-06 12:00:00 ', noon],
    ['2024-05-06 12:00:00.987654', noon],
    ['2024-05-06T12:00:00Z', noon],
    ['2024-05-06T09:00:00-03:00', noon],
    ['2024-05-06 17:30:00 +0530', noon],
    ['2024-05-06T12:00:00.5-00:00', noon],
    ['2024-05-06T12:00:00+00', noon],
    ['2024-05-06T09:00:00-03', noon],
    ['2024-05-06 09:00:00 -03', noon],
    ['2024-05-06T17:30:00+0530', noon],
    ['2024-05-06T17:45:00,25+05:45', noon],
    ['2024-05-06T12:00:00,987654321', noon],
    ['2024-05-06t12:00:00z', noon],
    ['2024-05-06 12:00', noon],
    ['2024-05-06T12:00', noon],
    ['2024-05-06T12:00Z', noon],
    ['2024-05-06T09:00-03', noon],
    ['2024-05-06T08:30-0330', noon],
    ['20240506T120000Z', noon],
    ['20240506T0900-0300', noon],
    ['2024-05-06T23:59:60', noon + 43_200],
    ['2024-05-06T24:00:00', noon + 43_200],
    ['', undefined],
    ['2024-05-06', undefined],
    ['06/05/2024 12:00:00', undefined],
    ['2024-05-06 12', undefined],
    ['2024-05-06T12:00:00+3', undefined],
    ['2024-05-06T12:00:00.', undefined],
    ['2024-13-06 12:00:00', undefined],
    ['2024-05-00 12:00:00', undefined],
    ['2024-05-06 12:60:00', undefined],
    ['2024-05-06 25:00:00', undefined],
    ['0000-00-00 00:00:01', undefined],
    ['2024-05-06 12:00:00 Brasilia', undefined],
  ];
  for (const [text, seconds] of times) {
    it(`reads ${JSON.stringify(text)} as ${seconds ?? 'no time'}`, () => assert.equal(secondsOf(text), seconds));
  }

  it('takes nothing, blanks and the zero date for no time', () => {
    for (const text of [
      '',
      '  ',
      '0000-00-00 00:00:00',
      '0000-00-00T00:00:00',
      '0000-00-00',
      ' 0000-00-00 00:00:00 ',
    ]) {
      assert.equal(isNoTime(text), true, text);
    }
    for (const text of ['2024-05-06 00:00:00', '0', 'null', '0000-00-00 00:00:01']) {
      assert.equal(isNoTime(text), false, text);
    }
  });

  it('takes what MySQL, PHP, Go, .NET, Java and Unix make of no time for none, in every form', () => {
    const days = ['0000-00-00', '-0001-11-30', '0001-01-01', '0002-11-30', '1970-01-01', '9999-12-31'];
    const clocks = [' 00:00:00', 'T00:00', ' 00:00:00.000000', 'T00:00:00,0', 't00:00:00'];
    const zones = ['', 'Z', 'z', '+00', '-03', '+00:00', ' +0000', '-03:00', '+0530'];
    const times = clocks.flatMap((clock) => zones.map((zone) => clock + zone));
    for (const text of days.flatMap((day) => [day, ...times.map((time) => day + time)])) {
      assert.equal(isNoTime(text), true, text);
    }
    for (const text of [
      ...['9999-12-31 23:59:59', '9999-12-31T23:59:59.999999Z', '9999-12-30T22:00:00', '99991231T235959Z'],
      ...['-0001-11-29 21:00:00', '0000-12-31T20:53:32-03:06', '0001-01-01 00:00:00 +0000 UTC', '1969-12-31 21:00:00'],
    ]) {
      assert.equal(isNoTime(text), true, text);
    }
    for (const text of ['1970-01-02 00:00:00', '2000-01-01 00:00:00', '2038-01-19 03:14:07', '99991231123', 'never']) {
      assert.equal(isNoTime(text), false, text);
    }
  });
});

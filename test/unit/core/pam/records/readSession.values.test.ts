import assert from 'node:assert/strict';
import { read, shown } from './records.ts';

describe('core: times and flags of a record', () => {
  for (const end of [undefined, null, '', '  ', '0000-00-00 00:00:00', '0000-00-00T00:00:00']) {
    it(`is live when its end is ${shown(end)}, whatever its time says`, () => {
      for (const time of ['00:00:00', '01:00:00', '', null, undefined]) {
        const { end: sessionEnd, live, durationSeconds, extra } = read({ end, time });
        assert.deepEqual(
          { sessionEnd, live, durationSeconds, extra },
          { sessionEnd: null, live: true, durationSeconds: null, extra: {} },
        );
      }
    });
  }

  it('keeps the texts of start and end as the server wrote them', () => {
    const { start, end, durationSeconds } = read({ start: '2024-05-06T16:05:07.25-03:00', end: 'soon', time: '' });
    assert.deepEqual([start, end, durationSeconds], ['2024-05-06T16:05:07.25-03:00', 'soon', null]);
    assert.equal(read({ start: '0000-00-00 00:00:00' }).start, null);
  });

  const durations: readonly (readonly [
    name: string,
    changes: Readonly<Record<string, unknown>>,
    seconds: number | null,
  ])[] = [
    ['of more than a day', { time: '241:23:45' }, 869_025],
    ['from the times when there is none', { time: undefined }, 20],
    ['from the times when it is null', { time: null }, 20],
    ['from the times when it cannot be read', { time: 'a while' }, 20],
    ['of nothing when the end is before the start', { time: '', end: '2020-11-17 15:29:20' }, null],
    ['of nothing when the start is missing too', { time: '', start: null }, null],
  ];
  for (const [name, changes, seconds] of durations) {
    it(`has a duration ${name}`, () => assert.equal(read(changes).durationSeconds, seconds));
  }

  const flags: readonly (readonly [values: readonly unknown[], flag: boolean | null])[] = [
    [['Yes', 'yes', 'Sim', 'SIM', true, 1, '1', 'true', ' Yes '], true],
    [['No', 'Não', 'NÃO', 'nao', false, 0, '0', 'false'], false],
    [[null, undefined, ''], null],
  ];
  for (const [values, flag] of flags) {
    it(`reads prevent_purge ${values.map(shown).join(', ')} as ${String(flag)}`, () => {
      for (const prevent_purge of values) {
        const session = read({ prevent_purge });
        assert.deepEqual([session.preventPurge, session.extra], [flag, {}], String(prevent_purge));
      }
    });
  }
});

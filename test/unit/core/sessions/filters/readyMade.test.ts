import assert from 'node:assert/strict';
import { atOnce } from '../../../../../src/core/async/work.ts';
import { readyMade, type ReadyMade } from '../../../../../src/core/sessions/filters/readyMade.ts';
import { matching } from '../../../../../src/core/sessions/query/matching.ts';
import { makeSession } from '../../makeSession.ts';
import { PlainRows } from '../query/plainRows.ts';
import { clock, parse } from '../query/support.ts';

const sessions = [
  makeSession({ id: 'live', end: null, live: true, durationSeconds: null, start: '2024-05-05 09:00:00' }),
  makeSession({ id: 'today', start: '2024-05-06 09:00:00', end: '2024-05-06 10:00:00', itsm: 'CHG1' }),
  makeSession({ id: 'long', durationSeconds: 8 * 3600 + 1, itsm: 'CHG2' }),
  makeSession({ id: 'eight hours', durationSeconds: 8 * 3600, itsm: 'CHG3', preventPurge: true }),
];

const found: Readonly<Record<ReadyMade, readonly string[]>> = {
  live: ['live'],
  startedToday: ['today'],
  long: ['live', 'long'],
  withoutItsm: ['live'],
  protected: ['eight hours'],
};

describe('core: the ready-made filter', () => {
  for (const [name, query] of Object.entries(readyMade)) {
    it(`${name} finds what it says`, () => {
      const marks = atOnce(matching(parse(query), new PlainRows(sessions), clock));
      const ids = sessions.flatMap(({ id }, at) => (marks[at] === 1 ? [id] : []));
      assert.deepEqual(ids, found[name as ReadyMade]);
    });
  }
});

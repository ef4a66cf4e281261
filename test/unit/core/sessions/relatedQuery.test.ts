import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce } from '../../../../src/core/async/work.ts';
import { matching } from '../../../../src/core/sessions/query/matching.ts';
import { printQuery } from '../../../../src/core/sessions/query/printQuery.ts';
import { relatedQuery } from '../../../../src/core/sessions/relatedQuery.ts';
import { relatedTo, relations } from '../../../../src/core/sessions/relatedTo.ts';
import { makeSession } from '../makeSession.ts';
import { PlainRows } from './query/plainRows.ts';
import { sessions } from './query/queriedSessions.ts';
import { clock, clockWithoutZone, parse } from './query/support.ts';

describe('core: the query for what is related to a session', () => {
  for (const at of [clock, clockWithoutZone]) {
    it(`finds the same, once it was written and read, ${at.isZoneKnown ? 'with a zone' : 'without one'}`, () => {
      fc.assert(
        fc.property(sessions, fc.nat(19), fc.constantFrom(...relations), (list, number, to) => {
          const row = number % Math.max(list.length, 1);
          const session = list[row] ?? makeSession();
          const rows = new PlainRows(list);
          const query = relatedQuery(session, to, at);
          const found = query === undefined ? [] : atOnce(matching(parse(printQuery(query)), rows, at));
          const marks = atOnce(relatedTo(session, row, to, rows, at));
          assert.deepEqual(
            list.flatMap((_, each) => (found[each] === 1 && each !== row ? [each] : [])),
            list.flatMap((_, each) => (marks[each] === 1 ? [each] : [])),
          );
        }),
      );
    });
  }

  it('is what a person can read', () => {
    const text = (to: (typeof relations)[number], changes = {}) => {
      const query = relatedQuery(makeSession(changes), to, clock);
      return query && printQuery(query);
    };
    assert.equal(text('device'), 'device:="127.0.0.1:27500"');
    assert.equal(text('originIp'), 'ip:=172.16.20.50');
    assert.equal(text('user', { user: 'Ana Maria' }), 'user:="Ana Maria"');
    assert.equal(text('overlap'), 'after:2020-11-17T15:29:22 before:2020-11-17T15:29:41');
    assert.equal(text('overlap', { live: true, end: null }), 'at:2020-11-17T15:29:22..*');
    assert.equal(text('overlap', { start: 'soon' }), undefined);
    assert.equal(text('credential', { credential: '' }), undefined);
  });
});

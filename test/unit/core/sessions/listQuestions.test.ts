import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce } from '../../../../src/core/async/work.ts';
import { completing, findingRows, relatedRows, summarizingRows } from '../../../../src/core/sessions/listQuestions.ts';
import { relatedTo, relations } from '../../../../src/core/sessions/relatedTo.ts';
import { makeSession } from '../makeSession.ts';
import { indexOf } from './indexOf.ts';
import { PlainRows } from './query/plainRows.ts';
import { distinctSessions } from './query/queriedSessions.ts';
import { clock, clockWithoutZone } from './query/support.ts';

describe('core: a list is asked', () => {
  for (const at of [clock, clockWithoutZone]) {
    const zone = at.isZoneKnown ? 'a zone' : 'no zone';

    it(`for what is related to a session, as plain rows answer, with ${zone}`, () => {
      fc.assert(
        fc.property(distinctSessions, fc.nat(19), fc.constantFrom(...relations), (list, number, to) => {
          const row = number % Math.max(list.length, 1);
          const session = list[row];
          if (session !== undefined) {
            const marks = atOnce(relatedTo(session, row, to, new PlainRows(list), at));
            const index = indexOf(list);
            const related = Array.from(
              atOnce(relatedRows(index, session.id, to, at)),
              (each) => index.session(each).id,
            );
            assert.deepEqual(
              related.toSorted(),
              list.flatMap(({ id }, each) => (marks[each] === 1 ? [id] : [])).toSorted(),
            );
          }
        }),
      );
    });

    it(`for counts, as they are counted one by one, with ${zone}`, () => {
      const keys = fc.constantFrom('user', 'device', 'itsm', 'risk', 'live', 'day', 'hour', 'weekday');
      fc.assert(
        fc.property(distinctSessions, keys, (list, by) => {
          const index = indexOf([...list, makeSession({ id: '600', extra: { risk: 'x' } })]);
          const { groups, matched } = atOnce(summarizingRows(index, by, '', at));
          const rows = Array.from(atOnce(findingRows(index, '', at)), (row) => index.session(row));
          assert.equal(matched, rows.length);
          assert.equal(
            groups.reduce((sum, { count }) => sum + count, 0),
            rows.length,
          );
          const ended = rows.filter(({ live }) => !live);
          assert.equal(
            groups.reduce((sum, { live }) => sum + live, 0),
            rows.length - ended.length,
          );
          assert.equal(
            groups.reduce((sum, { seconds }) => sum + seconds, 0),
            ended.reduce((sum, { durationSeconds }) => sum + (durationSeconds ?? 0), 0),
          );
          const starts = rows.flatMap(({ start }) => (at.secondsOf(start ?? '') === undefined ? [] : [start]));
          const lasts = groups.map(({ lastStart }) => lastStart);
          assert.ok(starts.length === 0 || lasts.includes(starts[0] ?? null));
        }),
      );
    });
  }

  it('for an unknown field among very many, by its values', () => {
    const extra = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`f${at}`, at]));
    const index = indexOf([
      makeSession({ id: '1', extra: { ...extra, f39: 'High' } }),
      makeSession({ id: '2', extra: { ...extra, f39: 'HIGH' } }),
      makeSession({ id: '3', extra: { f39: null } }),
    ]);
    const { groups } = atOnce(summarizingRows(index, 'f39', '', clock));
    assert.deepEqual(
      groups.map(({ value, count }) => [value, count]),
      [
        ['High', 2],
        ['', 1],
      ],
    );
  });

  it('and says what nothing is called, and what it would be', () => {
    const index = indexOf([makeSession({ extra: { risk: 1 } })]);
    const problem = { kind: 'unknownName', name: 'wekday', nearest: 'weekday' };
    assert.throws(() => atOnce(summarizingRows(index, 'wekday', '', clock)), {
      code: 'invalidQuery',
      position: 0,
      length: 6,
      problem,
    });
    assert.throws(() => atOnce(findingRows(index, 'a rsk:x', clock)), { code: 'invalidQuery', position: 2, length: 3 });
    assert.throws(() => atOnce(relatedRows(index, '1', 'user', clock)), { code: 'sessionNotFound' });
  });

  it('for the ways in which a query can go on, with its own values and names', () => {
    const users = ['ana', 'Ana', 'bob'].map((user, at) =>
      makeSession({ id: String(at), user, extra: { risk: 'high' } }),
    );
    const offered = (text: string) => atOnce(completing(indexOf(users), text, false)).items;
    assert.deepEqual(offered('is:live user:a'), [{ kind: 'value', insert: 'ana', value: 'ana', count: 2 }]);
    assert.deepEqual(offered('risk:h'), [{ kind: 'value', insert: 'high', value: 'high', count: 3 }]);
    assert.deepEqual(offered('field."none":h'), []);
    assert.deepEqual(
      offered('ri').map(({ insert }) => insert),
      ['risk:'],
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce, inSlices } from '../../../../../src/core/async/work.ts';
import type { SessionIndex } from '../../../../../src/core/sessions/index/sessionIndex.ts';
import { SessionIndexBuilder } from '../../../../../src/core/sessions/index/sessionIndexBuilder.ts';
import { printQuery } from '../../../../../src/core/sessions/query/printQuery.ts';
import type { ServerClock } from '../../../../../src/core/sessions/query/serverClock.ts';
import type { Session } from '../../../../../src/core/sessions/session.ts';
import { makeSession } from '../../makeSession.ts';
import { queries } from './generatedQueries.ts';
import { naive } from './naive.ts';
import { sessions } from './queriedSessions.ts';
import { clock, clockWithoutZone, parse } from './support.ts';
import { indexOf } from '../indexOf.ts';

/** The last session of each id, newest start first by the clock, then by id. */
function plain(list: readonly Session[], at: ServerClock): readonly Session[] {
  // The row of an id that came again stands where it came last; ids of one number (`7`, `007`) keep their rows' order.
  const unique = list.filter(({ id }, at) => list.findLastIndex((each) => each.id === id) === at);
  const moment = ({ start }: Session) => at.secondsOf(start ?? '') ?? -Infinity;
  return unique.sort((a, b) => {
    const [first, second] = [moment(a), moment(b)];
    return first === second ? Number(a.id) - Number(b.id) : second - first;
  });
}

function found(query: string, index: SessionIndex, at = clock): string {
  const { unknownNames } = atOnce(index.queryRows());
  const rows = atOnce(index.finding(parse(query, unknownNames), at));
  return Array.from(rows, (row) => index.session(row).id).join(' ');
}

describe('core: the columns answer a query', () => {
  for (const [name, at] of Object.entries({ 'a zone': clock, 'no zone': clockWithoutZone })) {
    it(`as each session by itself would, with ${name}`, () => {
      fc.assert(
        fc.property(queries, sessions, (query, list) => {
          const index = indexOf(list);
          const all = plain(list, at);
          const rows = atOnce(index.finding(query, at));
          assert.deepEqual(
            Array.from(rows, (row) => index.session(row)),
            naive(query, all, at),
            printQuery(query),
          );
        }),
        { numRuns: 600 },
      );
    });
  }

  it('with names that only rows which are still there give', () => {
    const builder = new SessionIndexBuilder();
    builder.add(makeSession({ id: '1', extra: { gone: 1 } }));
    builder.add(makeSession({ id: '1', extra: { risk: null } }));
    const index = builder.build();
    builder.add(makeSession({ id: '2', extra: { later: 1 } }));
    assert.deepEqual(atOnce(index.queryRows()).unknownNames, ['risk']);
    assert.equal(found('field."gone":""', index), '');
    assert.equal(found('field."later":""', index), '');
    assert.equal(found('risk:""', index), '1');
  });

  it('in each of forty unknown fields', () => {
    const names = Array.from({ length: 40 }, (_, at) => `f${at}`);
    const index = indexOf([
      makeSession({ id: '1', extra: Object.fromEntries(names.map((name, at) => [name, `value ${at}`])) }),
      makeSession({ id: '2', extra: { f39: null, f0: { deep: [1] } } }),
      makeSession({ id: '3' }),
    ]);
    assert.deepEqual(atOnce(index.queryRows()).unknownNames, names);
    for (const [at, name] of names.entries()) {
      assert.equal(found(`${name}:="VALUE ${at}"`, index), '1');
      assert.equal(found(`"value ${at}"`, index), '1');
      assert.equal(found(`has:${name}`, index), name === 'f0' ? '1 2' : '1');
      assert.equal(found(`${name}:""`, index), name === 'f0' ? '3' : '2 3');
    }
    assert.equal(found('f0:deep', index), '2');
    assert.equal(found('null', index), '');
  });

  it('on each of several pages, where rows have a value and where they have none', () => {
    const rows = [0, 16_383, 16_384, 32_770];
    const own = {
      user: 'Ana',
      device: '10.66.33.15:3389',
      start: '2024-05-06 16:05:07',
      end: null,
      live: true,
      durationSeconds: null,
      preventPurge: true,
      itsm: 'INC1',
      sessionId: `abcdef${'0'.repeat(34)}`,
      extra: { risk: 'high' },
    };
    const other = makeSession({ sessionId: '1'.repeat(40), start: '2020-06-01T00:00:00Z', durationSeconds: 60 });
    const index = indexOf(
      Array.from({ length: 32_771 }, (_, row) => ({ ...other, ...(rows.includes(row) ? own : {}), id: String(row) })),
    );
    const expected = rows.join(' ');
    const holding = ['user:ana', 'user:=ANA', 'device:10.66.0.0/16', 'started:2024', 'is:live', 'is:protected'];
    const more = ['itsm:*1', 'session:ABC', 'session:*0', 'risk:HIGH', '-risk:""', 'id:0,16383,16384,32770'];
    for (const query of [...holding, ...more, 'has:itsm', '-duration:1m duration:>1h', 'at:2030', '-started:2020']) {
      assert.ok(found(query, index) === expected, query);
    }
    assert.equal(found('id:>=32770', index), '32770');
  });

  it('no longer than somebody waits for it', async () => {
    const index = indexOf(Array.from({ length: 20_000 }, (_, row) => makeSession({ id: String(row) })));
    const values = Array.from({ length: 400 }, (_, at) => `(is:live OR id:${at})`).join(' OR ');
    const abort = new AbortController();
    const answer = inSlices(index.finding(parse(values), clock), abort.signal);
    abort.abort(new Error('enough'));
    await assert.rejects(answer, /enough/);
  });
});

describe('core: a hash is found by its beginning', () => {
  const hashes = ['abcdef', 'abc123', 'ab0000', '0abcde'].map((beginning) => beginning.padEnd(40, '7'));
  const index = indexOf(
    [...hashes, 'ABCDEF', 'Not-One'].map((sessionId, at) => makeSession({ id: `${at}`, sessionId })),
  );
  for (const [query, ids] of [
    ['session:a', '0 1 2 4'],
    ['session:AB', '0 1 2 4'],
    ['session:abc', '0 1 4'],
    ['session:abcd,0,not', '0 3 4 5'],
    [`session:${'abc123'.padEnd(40, '7')}`, '1'],
    [`session:=${'ABC123'.padEnd(40, '7')}`, '1'],
    [`session:${'abc123'.padEnd(41, '7')}`, ''],
    ['session:=abc123', ''],
    ['session:=abcdef', '4'],
    ['session:=abcdef,0ab', '3 4'],
    ['session:*7', '0 1 2 3'],
    ['session:abc???,0*', '3 4'],
    ['session:""', ''],
  ] as const) {
    it(`${query.slice(0, 30)}: ${ids}`, () => assert.equal(found(query, index), ids));
  }
});

import assert from 'node:assert/strict';
import { atOnce } from '../../../../src/core/async/work.ts';
import { findingSessions, type Fit } from '../../../../src/core/sessions/findingSessions.ts';
import { makeSession } from '../makeSession.ts';
import { clock } from './query/support.ts';
import { indexOf } from './indexOf.ts';

const hash = (beginning: string) => beginning.padEnd(40, '0');

const list = [
  makeSession({ id: '540', sessionId: hash('aaaa'), user: 'ana', start: '2024-05-06 10:00:00' }),
  makeSession({ id: '541', sessionId: hash('540b'), user: 'bob', start: '2024-05-06 11:00:00' }),
  makeSession({ id: '542', sessionId: hash('cafe'), user: '540 Street', start: '2024-05-06 12:00:00' }),
  makeSession({ id: '543', sessionId: 'Odd-1', user: 'cafe', start: '2024-05-06 13:00:00' }),
];

function found(text: string, sessions = list, most = 200) {
  const index = indexOf(sessions);
  const { found: rows, ...rest } = atOnce(findingSessions(index, text, clock, most));
  return { ...rest, rows: rows.map(({ row, fit }): [string, Fit] => [index.session(row).id, fit]) };
}

describe('core: a typed text finds sessions', () => {
  it('by the whole ID first, then the beginning of a Session ID, then as a query, the newest first', () => {
    assert.deepEqual(found('540').rows, [
      ['540', 'id'],
      ['541', 'beginning'],
      ['542', 'query'],
    ]);
  });

  it('by a whole Session ID before others, in upper or lower case and of any form', () => {
    assert.deepEqual(found(hash('CAFE')).rows, [['542', 'sessionId']]);
    assert.deepEqual(found('odd-1').rows, [['543', 'sessionId']]);
    assert.deepEqual(found(' cafe ').rows, [
      ['542', 'beginning'],
      ['543', 'query'],
    ]);
  });

  it('by a query of the query language', () => {
    assert.deepEqual(found('user:ana OR user:bob').rows, [
      ['541', 'query'],
      ['540', 'query'],
    ]);
    assert.deepEqual(found('nobody').rows, []);
  });

  it('not as a query where it is none, and says why', () => {
    const { rows, problem } = found('user:');
    assert.deepEqual(rows, []);
    assert.deepEqual([problem?.problem.kind, problem?.position], ['emptyValue', 0]);
  });

  it('at most as many as are asked for, and counts the others', () => {
    const many = Array.from({ length: 300 }, (_, at) => {
      return makeSession({ id: String(1000 + at), sessionId: hash(`db1${String(at).padStart(4, '0')}`), user: 'x' });
    });
    const asked = found('db1', [
      ...many,
      makeSession({ id: '1', sessionId: hash('f'), device: 'db1', start: '2030-01-01 00:00:00' }),
    ]);
    assert.equal(asked.rows.length, 200);
    assert.equal(asked.matched, 301);
    // What a query finds is not crowded out by Session IDs that happen to begin so.
    assert.deepEqual(asked.rows[20], ['1', 'query']);
    assert.equal(new Set(asked.rows.map(([id]) => id)).size, 200);
  });
});

import assert from 'node:assert/strict';
import { atOnce } from '../../../../../src/core/async/work.ts';
import { exactQuery, termOfGroup } from '../../../../../src/core/output/export/exactQuery.ts';
import type { GroupStep } from '../../../../../src/core/sessions/index/filteredList.ts';
import { SessionIndexBuilder } from '../../../../../src/core/sessions/index/sessionIndexBuilder.ts';
import { parseQuery } from '../../../../../src/core/sessions/query/parseQuery.ts';
import type { Query } from '../../../../../src/core/sessions/query/query.ts';
import { testClock } from '../../connections/fakes.ts';
import { makeSession } from '../../makeSession.ts';

const builder = new SessionIndexBuilder();
builder.add(makeSession({ id: '1', user: 'ana', start: '2026-01-06 11:00:00', extra: { 'Risk level': 'high "A"' } }));
builder.add(makeSession({ id: '2', user: 'ANA', start: '2026-01-05 11:00:00' }));
builder.add(makeSession({ id: '3', user: '', start: 'never' }));
const index = builder.build();
const clock = testClock(undefined);

function queryOf(text: string): Query {
  return parseQuery(text, { unknownNames: ['Risk level'], clock });
}

function exact(ids: readonly string[], ...terms: readonly Query[]): string | null {
  const rows = Int32Array.from(ids, (id) => index.rowOfId(id) ?? -1);
  return atOnce(exactQuery(index, rows, terms, clock));
}

describe('core: the query that a manifest tells', () => {
  it('has dates in place of what depends on the clock', () => {
    assert.equal(exact(['1'], queryOf('started:-2h')), 'started:2026-01-06T10:00:00..2026-01-06T12:00:00');
    assert.equal(exact(['2'], queryOf('started:yesterday')), 'started:2026-01-05');
  });

  it('is empty for a whole list, and joins what holds together', () => {
    assert.equal(exact(['1', '2', '3'], queryOf('')), '');
    assert.equal(exact(['2', '1'], queryOf(''), queryOf('user:ana')), 'user:ana');
    assert.equal(exact(['1'], queryOf('user:ana OR user:bob'), queryOf('id:1')), '(user:ana OR user:bob) id:1');
  });

  it('is none where it finds others than these, or is longer than a query can be', () => {
    assert.equal(exact(['1'], queryOf('user:ana')), null);
    assert.equal(exact(['1', '3'], queryOf('user:ana')), null);
    const many = Array.from({ length: 1001 }, (_, at) => ({ operator: 'is' as const, value: BigInt(at) }));
    assert.equal(exact(['1', '2', '3'], { kind: 'id', values: many }), null);
  });

  const groups: readonly (readonly [step: GroupStep, ids: readonly string[], text: string | null])[] = [
    [{ field: 'user', value: 'Ana' }, ['1', '2'], 'user:=Ana'],
    [{ field: 'user', value: '' }, ['3'], 'user:""'],
    [{ field: 'extra.Risk level', value: 'high "A"' }, ['1'], 'field."Risk level":="high \\"A\\""'],
    [{ field: 'extra.Risk level', value: '' }, ['2', '3'], 'field."Risk level":""'],
    [{ field: 'day', value: '2026-01-06' }, ['1'], 'started:2026-01-06'],
  ];
  for (const [step, ids, text] of groups) {
    it(`names the group of ${step.field} ${JSON.stringify(step.value)}`, () => {
      const term = termOfGroup(step);
      assert.ok(term !== undefined);
      assert.equal(exact(ids, term), text);
    });
  }

  it('cannot name the group of what has no day', () => {
    assert.equal(termOfGroup({ field: 'day', value: '' }), undefined);
  });
});

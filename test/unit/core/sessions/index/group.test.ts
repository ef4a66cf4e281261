import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce } from '../../../../../src/core/async/work.ts';
import { TextColumn } from '../../../../../src/core/sessions/columns/textColumn.ts';
import { SessionIndexBuilder } from '../../../../../src/core/sessions/index/sessionIndexBuilder.ts';
import { groupsOfColumn } from '../../../../../src/core/sessions/index/group.ts';
import { textsInOrder } from './textsInOrder.ts';
import { makeSession } from '../../makeSession.ts';
import { text } from '../generatedSessions.ts';

const values = fc.array(fc.option(text), { maxLength: 40 });

describe('core: rows are grouped by a column', () => {
  it('as plain texts would be', () => {
    fc.assert(
      fc.property(values, fc.nat(), (all, seed) => {
        const column = new TextColumn();
        all.forEach((value, row) => column.setText(row, value));
        // Any rows, in any order.
        const rows = Int32Array.from([...all.keys()].filter((row) => (row + seed) % 3 !== 0)).sort(
          (a, b) => ((a * 7 + seed) % 11) - ((b * 7 + seed) % 11),
        );
        const textOf = (row: number) => all[row] ?? '';
        const byKey = new Map<string, number[]>();
        for (const row of rows) {
          const key = textOf(row).toLowerCase();
          byKey.set(key, [...(byKey.get(key) ?? []), row]);
        }
        const expected = [...byKey].map(([, members]) => ({
          value: textOf(members[0] ?? 0),
          rows: Int32Array.from(members),
        }));
        const groups = atOnce(groupsOfColumn(rows, column));
        const keys = groups.map(({ value }) => value.toLowerCase());
        assert.deepEqual(keys, textsInOrder(keys.toReversed()));
        assert.deepEqual(
          groups.map(({ size, first }) => [size, first]),
          groups.map((group) => [group.rows.length, group.rows[0]]),
        );
        const whole = groups.map((group) => ({ value: group.value, rows: group.rows }));
        assert.deepEqual(whole.toSorted(byValue), expected.toSorted(byValue));
      }),
    );
  });
});

describe('core: groups of a list that grows', () => {
  it('have the rows that there were, also where these are looked at only afterwards', () => {
    const builder = new SessionIndexBuilder();
    const add = (id: number) => builder.add(makeSession({ id: String(id), user: id % 3 === 0 ? 'ana' : 'Bea' }));
    for (let id = 0; id < 9; id++) add(id);
    const groups = [
      ...builder.build().group(
        Int32Array.from({ length: 9 }, (_, row) => row),
        'user',
      ),
    ];
    for (let id = 9; id < 99; id++) add(id);
    assert.deepEqual(
      groups.map(({ value, rows }) => [value, ...rows]),
      [
        ['ana', 0, 3, 6],
        ['Bea', 1, 2, 4, 5, 7, 8],
      ],
    );
  });
});

function byValue(a: { readonly value: string }, b: { readonly value: string }): number {
  const [one, other] = [a.value.toLowerCase(), b.value.toLowerCase()];
  return one < other ? -1 : one > other ? 1 : 0;
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce } from '../../../../../src/core/async/work.ts';
import { FilteredList, type GroupStep } from '../../../../../src/core/sessions/index/filteredList.ts';
import { extraNameOf } from '../../../../../src/core/sessions/index/groupField.ts';
import { SessionIndexBuilder } from '../../../../../src/core/sessions/index/sessionIndexBuilder.ts';
import type { TableField } from '../../../../../src/core/sessions/index/tableField.ts';
import type { Session } from '../../../../../src/core/sessions/session.ts';
import { makeSession } from '../../makeSession.ts';
import { sessions } from '../generatedSessions.ts';
import { compareValues } from '../plainOrder.ts';
import { clock, parse } from '../query/support.ts';

const fields = ['protocol', 'device', 'user', 'itsm'] as const;

function listed(all: readonly Partial<Session>[]): FilteredList {
  const builder = new SessionIndexBuilder();
  all.forEach((session) => builder.add(makeSession(session)));
  return new FilteredList(builder.build());
}

/** Compares two sessions by a field, the plain way. */
function compareBy(a: Session, b: Session, field: TableField): number {
  if (field === 'start' || field === 'durationSeconds') {
    const numberOf = ({ [field]: value }: Session) =>
      typeof value === 'string' ? Date.parse(`${value.replace(' ', 'T')}Z`) : (value ?? -1);
    return Math.sign(numberOf(a) - numberOf(b));
  }
  const name = extraNameOf(field);
  const textOf = (each: Session) => {
    const value = name === undefined ? each[field as keyof Session] : each.extra[name];
    return typeof value === 'string' ? value : JSON.stringify(value ?? null).replace('null', '');
  };
  return Math.sign(compareValues(textOf(a).toLowerCase(), textOf(b).toLowerCase(), field === 'device'));
}

const some = listed([
  { id: '1', user: 'ann', protocol: 'ssh', device: 'a', start: '2024-05-06 10:00:00' },
  { id: '2', user: 'bob', protocol: 'SSH', device: 'A', start: '2024-05-06 11:00:00' },
  { id: '3', user: 'Ann', protocol: 'rdp', device: 'b', start: '2024-05-06 12:00:00' },
]);
const ofAnn = some.under(parse('user:ann'), () => clock);
const idsOf = (list: FilteredList, rows: Iterable<number>) => Array.from(rows, (row) => list.index.session(row).id);

describe('core: a list under a filter', () => {
  it('counts and gives the rows that match, the newest first', () => {
    assert.deepEqual([some.total, some.matched, idsOf(some, some.rows)], [3, 3, ['3', '2', '1']]);
    assert.deepEqual([ofAnn.total, ofAnn.matched, idsOf(ofAnn, ofAnn.rows)], [3, 2, ['3', '1']]);
  });

  it('is the whole list again without one', () => {
    assert.equal(
      ofAnn.under(undefined, () => clock),
      some,
    );
    assert.deepEqual([ofAnn.whole, some.whole], [some, some]);
  });

  it('groups what matches, and nothing else', () => {
    const shapeOf = (list: FilteredList) =>
      list
        .groups([], 'protocol')
        .map(({ value }) => [value, list.groups([{ field: 'protocol', value }], 'device').length]);
    assert.deepEqual(
      [shapeOf(some), shapeOf(ofAnn)],
      [
        [
          ['rdp', 1],
          ['SSH', 1],
        ],
        [
          ['rdp', 1],
          ['ssh', 1],
        ],
      ],
    );
  });

  it('knows whether a row matches and is in a group', () => {
    const ssh: GroupStep = { field: 'protocol', value: 'Ssh' };
    const held = ['1', '2', '3'].map((id) => {
      const row = some.index.rowOfId(id) ?? -1;
      return [ofAnn.holds(row), ofAnn.holds(row, [ssh]), some.holds(row, [ssh])];
    });
    assert.deepEqual(held, [
      [true, true, true],
      [false, false, true],
      [true, false, false],
    ]);
  });

  it('has no rows in a group that is not there', () => {
    const path: readonly GroupStep[] = [{ field: 'protocol', value: 'vnc' }];
    assert.equal(some.group(path), undefined);
    assert.deepEqual(atOnce(some.arranging({ path, query: undefined, sort: [] }, clock)), new Int32Array());
  });

  it('gives the same answer again, until its groups are forgotten', () => {
    const arrangement = { path: [], query: parse('ann'), sort: [{ field: 'id', direction: 'ascending' }] } as const;
    const byUser = some.groups([], 'user');
    assert.equal(some.groups([], 'user'), byUser);
    const first = atOnce(some.arranging(arrangement, clock));
    assert.equal(first, atOnce(some.arranging({ ...arrangement, query: parse(' ann ') }, clock)));
    assert.deepEqual(idsOf(some, first), ['1', '3']);
    some.keepOnlyGroups(['user', 'device']);
    assert.equal(some.groups([], 'user'), byUser);
    some.keepOnlyGroups(['protocol', 'device']);
    assert.notEqual(some.groups([], 'user'), byUser);
    assert.deepEqual(some.groups([], 'user'), byUser);
  });

  it('sorts by several fields as comparing plain objects would', () => {
    const fields = ['user', 'device', 'start', 'durationSeconds', 'preventPurge', 'extra.risk', 'extra.none'] as const;
    const steps = fc
      .shuffledSubarray([...fields])
      .chain((chosen) =>
        fc.tuple(
          ...chosen.map((field) =>
            fc.record({ field: fc.constant(field), direction: fc.constantFrom('ascending', 'descending') }),
          ),
        ),
      );
    fc.assert(
      fc.property(sessions, steps, (all, sort) => {
        const list = listed(all.map((each, at) => ({ ...each, preventPurge: [null, true, false][at % 3] ?? null })));
        const rows = Array.from(list.rows, (row) => list.index.session(row));
        const compare = (a: Session, b: Session) => {
          for (const { field, direction } of sort) {
            const compared = compareBy(a, b, field);
            if (compared !== 0) return direction === 'ascending' ? compared : -compared;
          }
          return 0;
        };
        const arranged = atOnce(list.arranging({ path: [], query: undefined, sort }, clock));
        assert.deepEqual(
          idsOf(list, arranged),
          rows.toSorted(compare).map(({ id }) => id),
        );
      }),
    );
  });

  it('says the same after it was prepared in slices as at once', () => {
    const grouping = fc.shuffledSubarray([...fields], { maxLength: 3 });
    fc.assert(
      fc.property(sessions, grouping, (all, [first = 'user', second = 'device']) => {
        const [plain, prepared] = [listed(all), listed(all)].map((list) =>
          list.under(parse('ssh OR rdp'), () => clock),
        );
        assert.ok(plain && prepared);
        atOnce(prepared.preparing([first, second]));
        const shapeOf = (list: FilteredList) =>
          list.groups([], first).map(({ value, rows }) => {
            const inner = list.groups([{ field: first, value }], second);
            return [value, idsOf(list, rows), inner.map((group) => [group.value, idsOf(list, group.rows)])];
          });
        assert.deepEqual(shapeOf(prepared), shapeOf(plain));
      }),
    );
  });

  it('groups by a path of any fields as plain objects would', () => {
    fc.assert(
      fc.property(sessions, fc.shuffledSubarray([...fields], { minLength: 1 }), (all, grouping) => {
        const list = listed(all);
        const [field = 'user', ...outer] = grouping;
        for (const row of list.rows) {
          const path = outer.map((each) => list.stepOf(row, each));
          const rows = list.rows.filter((each) => list.holds(each, path));
          const groups = list.groups(path, field);
          assert.deepEqual(Int32Array.from(groups.flatMap((group) => [...group.rows])).sort(), rows.toSorted());
          assert.ok(list.group([...path, list.stepOf(row, field)])?.rows.includes(row));
        }
      }),
    );
  });
});

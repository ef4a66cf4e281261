import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce } from '../../../../../src/core/async/work.ts';
import { FilteredList } from '../../../../../src/core/sessions/index/filteredList.ts';
import { extraNameOf, isGroupField, type GroupField } from '../../../../../src/core/sessions/index/groupField.ts';
import { SessionIndexBuilder } from '../../../../../src/core/sessions/index/sessionIndexBuilder.ts';
import {
  groupOrders,
  groupsInOrder,
  preparingOrder,
  rowsInOrder,
  rowsInTree,
  sessionOrders,
  type TreeOrder,
} from '../../../../../src/core/sessions/index/treeOrder.ts';
import { dayAndTimeOf } from '../../../../../src/core/sessions/time.ts';
import type { Session } from '../../../../../src/core/sessions/session.ts';
import { makeSession } from '../../makeSession.ts';
import { sessions } from '../generatedSessions.ts';
import { compareValues } from '../plainOrder.ts';

const fields = [
  'protocol',
  'device',
  'user',
  'credential',
  'originIp',
  'proxy',
  'day',
  'itsm',
  'request',
  'extra.risk',
  'extra.note',
  'extra.no such field',
] as const satisfies readonly GroupField[];
const groupings = fc.uniqueArray(fc.constantFrom(...fields), { maxLength: 3 });
const orders: fc.Arbitrary<TreeOrder> = fc.record({
  groups: fc.constantFrom(...groupOrders),
  sessions: fc.record({
    column: fc.constantFrom(...sessionOrders),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
  }),
});

type Outline = readonly string[] | readonly { readonly value: string; readonly under: Outline }[];

/** The ids of the sessions under each group, as a tree would show them. */
function outline(list: FilteredList, order: TreeOrder, by: readonly GroupField[], path: FilteredPath = []): Outline {
  const [field, ...below] = by;
  const rows = atOnce(list.gatheringRows(path));
  if (field === undefined) {
    return Array.from(atOnce(rowsInOrder(list.index, rows, order.sessions)), (row) => list.index.session(row).id);
  }
  const groups = atOnce(groupsInOrder(list.index, list.groups(path, field), order.groups));
  return groups.map(({ value }) => ({ value, under: outline(list, order, below, [...path, { field, value }]) }));
}
type FilteredPath = Parameters<FilteredList['groups']>[0];

/** The ids of an outline from top to bottom. */
function leavesOf(part: Outline): readonly string[] {
  return part.flatMap((each) => (typeof each === 'string' ? [each] : leavesOf(each.under)));
}

/** The same, on plain objects. `list` has the newest session first. */
function plainOutline(list: readonly Session[], order: TreeOrder, by: readonly GroupField[]): Outline {
  const [field, ...below] = by;
  if (field === undefined) {
    return list.toSorted(compareSessions(order.sessions)).map(({ id }) => id);
  }
  const groups = Map.groupBy(list, (each) => valueOf(each, field).toLowerCase());
  const named = [...groups].sort(([a], [b]) => compareNames(a, b, field));
  const sorted = named.toSorted(([, a], [, b]) => {
    const newest = (group: readonly Session[]) => (group[0] === undefined ? 0 : list.indexOf(group[0]));
    return order.groups === 'name' ? 0 : order.groups === 'count' ? b.length - a.length : newest(a) - newest(b);
  });
  return sorted.map(([, group]) => ({
    value: group[0] === undefined ? '' : valueOf(group[0], field),
    under: plainOutline(group, order, below),
  }));
}

function valueOf(session: Session, field: GroupField): string {
  const name = extraNameOf(field);
  if (name !== undefined) {
    const value = Object.hasOwn(session.extra, name) ? session.extra[name] : '';
    return typeof value === 'string' ? value : JSON.stringify(value);
  }
  return field === 'day'
    ? (dayAndTimeOf(session.start ?? '')?.day ?? '')
    : String(session[field as Exclude<keyof Session, 'extra'>] ?? '');
}

function compareNames(a: string, b: string, field: GroupField): number {
  return field === 'day' ? (a < b ? 1 : -1) : compareValues(a, b, field === 'device' || field === 'originIp');
}

function compareSessions({ column, direction }: TreeOrder['sessions']) {
  const sign = direction === 'ascending' ? 1 : -1;
  const numberOf = (each: Session) =>
    column === 'start' ? moment(each.start) : column === 'id' ? Number(each.id) : (each.durationSeconds ?? -1);
  return (a: Session, b: Session) =>
    sign *
    (column === 'user' ? compareValues(a.user.toLowerCase(), b.user.toLowerCase(), false) : numberOf(a) - numberOf(b));
}

function moment(start: string | null): number {
  return start === null ? 0 : Date.parse(`${start.replace(' ', 'T')}Z`);
}

function listOf(all: readonly Session[]): { list: FilteredList; plain: readonly Session[] } {
  const builder = new SessionIndexBuilder();
  all.forEach((each) => builder.add(each));
  const unique = [...new Map(all.map((each) => [each.id, each])).values()];
  const plain = unique.sort((a, b) => moment(b.start) - moment(a.start) || Number(a.id) - Number(b.id));
  return { list: new FilteredList(builder.build()), plain };
}

describe('core: groups by any fields in any order', () => {
  it('are those of plain objects', () => {
    fc.assert(
      fc.property(sessions, groupings, orders, (all, by, order) => {
        const { list, plain } = listOf(all);
        const outlined = plainOutline(plain, order, by);
        assert.deepEqual(outline(list, order, by), outlined);
        const rows = atOnce(rowsInTree(list.index, list.rows, by, order));
        assert.deepEqual(
          Array.from(rows, (row) => list.index.idOf(row)),
          leavesOf(outlined),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('hold each of their rows, and no other', () => {
    fc.assert(
      fc.property(sessions, fc.constantFrom(...fields), (all, field) => {
        const { list } = listOf(all);
        for (const { value, rows } of list.groups([], field)) {
          const held = Array.from(list.rows).filter((row) => list.holds(row, [{ field, value }]));
          assert.deepEqual(held, [...rows]);
        }
      }),
    );
  });

  it('are prepared in advance where a list is long', () => {
    const devices = ['a', 'b', 'c'];
    const long = Array.from({ length: 70_000 }, (_, at) =>
      makeSession({ id: String(at), device: devices[at % 3] ?? '', user: `user${(at * 7919) % 101}` }),
    );
    const { list } = listOf(long);
    const sessionsOrder = { column: 'user', direction: 'ascending' } as const;
    atOnce(preparingOrder(list, ['device'], { groups: 'count', sessions: sessionsOrder }));
    const [group] = list.groups([], 'device');
    assert.ok(group !== undefined);
    const looks = rowsInOrder(list.index, group.rows, sessionsOrder).next();
    assert.equal(looks.done, true);
  });

  it('are by fields that exist', () => {
    assert.deepEqual(
      [...fields, 'start', 'id', 'risk', ''].filter((field) => !isGroupField(field)),
      ['start', 'id', 'risk', ''],
    );
  });
});

describe('core: groups by day', () => {
  it('are by the day that each start itself says, the latest first, however it is written', () => {
    const starts = [
      '2024-05-06 23:59:59',
      '2024-05-06T00:00:00+02:00',
      '20240506T120000Z',
      '2024-05-07 00:00:00',
      '1999-12-31 10:00:00',
      '2000-01-01 00:00:00',
      '2100-02-03 04:05:06',
      '2100-02-04 04:05:06',
      '2050-02-04T04:05:06Z',
      'soon',
      null,
    ];
    const { list } = listOf(starts.map((start, at) => makeSession({ id: String(at), start })));
    const groups = list.groups([], 'day').map(({ value, rows }) => [value, rows.length]);
    assert.deepEqual(groups, [
      ['2100-02-04', 1],
      ['2100-02-03', 1],
      ['2050-02-04', 1],
      ['2024-05-07', 1],
      ['2024-05-06', 3],
      ['2000-01-01', 1],
      ['1999-12-31', 1],
      ['', 2],
    ]);
  });
});

describe('core: groups by a field that the server added', () => {
  const valuesOf = (extras: readonly Session['extra'][], field: GroupField) =>
    listOf(extras.map((extra, at) => makeSession({ id: String(at), extra })))
      .list.groups([], field)
      .map(({ value, rows }) => [value, rows.length]);

  it('are by what a person sees of it, and none last', () => {
    const extras = [{ risk: 10 }, { risk: '9' }, { risk: 9 }, { risk: null }, {}, { risk: 'High' }, { risk: 'HIGH' }];
    assert.deepEqual(valuesOf(extras, 'extra.risk'), [
      ['9', 2],
      ['10', 1],
      ['High', 2],
      ['', 2],
    ]);
  });

  it('are also by one of so many that they share a column', () => {
    const extras = Array.from({ length: 40 }, (_, at) => ({ [`f${at}`]: at, last: `v${at % 2}` }));
    assert.deepEqual(valuesOf(extras, 'extra.last'), [
      ['v0', 20],
      ['v1', 20],
    ]);
    assert.deepEqual(valuesOf(extras, 'extra.f39'), [
      ['39', 1],
      ['', 39],
    ]);
  });
});

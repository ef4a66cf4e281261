import assert from 'node:assert/strict';
import { SessionIndexBuilder } from '../../../../src/core/sessions/index/sessionIndexBuilder.ts';
import { FilteredList } from '../../../../src/core/sessions/index/filteredList.ts';
import type { Session } from '../../../../src/core/sessions/session.ts';
import { atOnce } from '../../../../src/core/async/work.ts';
import { Arranger } from '../../../../src/host/table/arranger.ts';
import type { Ask } from '../../../../src/shared/tableAsk.ts';
import type { Scope } from '../../../../src/shared/tableView.ts';
import { clock } from '../../core/sessions/query/support.ts';
import { makeSession } from '../../core/makeSession.ts';
import { listOf } from '../../core/connections/waitingStore.ts';

const start: Ask = {
  type: 'ask',
  sequence: 1,
  question: { text: '', sort: [] },
  arrangement: null,
  top: { position: 0, id: null },
  cursor: null,
  reach: 2,
};

function asking(scope: Scope | null = null) {
  const arranger = new Arranger(scope);
  const ask = (list: FilteredList, changes: Partial<Ask> = {}) => {
    const { sessions, ...rest } = atOnce(arranger.answering(list, { ...start, ...changes }, clock));
    return { ...rest, ids: sessions.map(({ id }) => id) };
  };
  return { arranger, ask };
}

describe('host: what a table is answered', () => {
  const list = listed('1', '2', '3', '4', '5', '6');

  it('is the rows around the one asked for', () => {
    const { ask } = asking();
    assert.deepEqual(ask(list, { top: { position: 3, id: null } }), {
      arrangement: 1,
      matched: 6,
      total: 6,
      top: 3,
      cursor: null,
      from: 1,
      ids: ['2', '3', '4', '5'],
    });
  });

  it('stays within the list', () => {
    const { ask } = asking();
    assert.deepEqual(ask(list, { top: { position: 99, id: null } }).ids, ['4', '5', '6']);
    const none = ask(listed(), { top: { position: 99, id: null }, cursor: { position: 5, id: '5' } });
    assert.deepEqual([none.top, none.cursor, none.ids], [0, null, []]);
  });

  it('counts another arrangement for another question or list, and the same for another window', () => {
    const { ask } = asking();
    const numbers = [
      ask(list),
      ask(list, { top: { position: 4, id: null } }),
      ask(list, { question: { text: '', sort: [{ column: 'id', direction: 'descending' }] } }),
      ask(listed('1')),
    ].map(({ arrangement }) => arrangement);
    assert.deepEqual(numbers, [1, 1, 2, 3]);
  });

  it('finds the rows of another list again by their sessions', () => {
    const { ask } = asking();
    const { arrangement } = ask(list);
    const newer = listed('2', '3', '4', '5', '6', '7');
    const places = { top: { position: 3, id: '4' }, cursor: { position: 5, id: '6' } };
    assert.deepEqual([ask(list, { arrangement, ...places })].map(placesOf), [[3, 5]]);
    assert.deepEqual([ask(newer, { arrangement, ...places })].map(placesOf), [[2, 4]]);
  });

  it('keeps the place of a row whose session is gone, but not the cursor in it', () => {
    const { ask } = asking();
    const { arrangement } = ask(list);
    const gone = { position: 1, id: '2' };
    assert.deepEqual([ask(listed('1', '3'), { arrangement, top: gone, cursor: gone })].map(placesOf), [[1, null]]);
  });

  it('filters and sorts', () => {
    const { ask } = asking();
    const list = listWith({ id: '1', user: 'ann' }, { id: '2', user: 'Bob' }, { id: '3', user: 'anna' });
    const question = { text: 'ANN', sort: [{ column: 'user', direction: 'descending' }] } as const;
    const { matched, total, ids } = ask(list, { question });
    assert.deepEqual([matched, total, ids], [2, 3, ['3', '1']]);
  });

  it('is the newest first where the order is by no field, and nothing of a group that no field can be of', () => {
    const question = { text: '', sort: [{ column: 'extra', direction: 'ascending' }] } as const;
    assert.deepEqual(asking().ask(list, { question }).ids, asking().ask(list).ids);
    const { matched, total } = asking([{ field: 'extra', value: '' }]).ask(list);
    assert.deepEqual([matched, total], [0, 0]);
  });

  it('is what a query finds, and of what is no query nothing, so that all stays as it was', () => {
    const { ask, arranger } = asking();
    const list = listWith(
      { id: '1', user: 'ann' },
      { id: '2', user: 'Bob', live: true, end: null },
      { id: '3', user: 'anna' },
    );
    const asked = (text: string) => ask(list, { question: { text, sort: [] } });
    assert.deepEqual(asked('user:ann -user:=anna OR is:live').ids.toSorted(), ['1', '2']);
    const { arrangement } = asked('user:bob');
    assert.throws(() => asked('user:bob usr:x'), { code: 'invalidQuery', position: 9, length: 3 });
    assert.equal(arranger.rowsOf(arrangement)?.rows.length, 1);
  });

  it('is about one group of the tree, until all is asked for', () => {
    const list = listWith(
      { id: '1', protocol: 'ssh', device: 'a:22' },
      { id: '2', protocol: 'SSH', device: 'A:22' },
      { id: '3', protocol: 'ssh', device: 'b:22' },
      { id: '4', protocol: 'rdp', device: 'a:22' },
    );
    const ofProtocol = asking([{ field: 'protocol', value: 'Ssh' }]);
    const ofDevice = asking([
      { field: 'protocol', value: 'ssh' },
      { field: 'device', value: 'a:22' },
    ]);
    const counts = ({ matched, total }: { matched: number; total: number }) => [matched, total];
    assert.deepEqual(counts(ofProtocol.ask(list)), [3, 3]);
    assert.deepEqual(counts(ofDevice.ask(list)), [2, 2]);
    assert.deepEqual(counts(ofDevice.ask(list, { question: { text: '2', sort: [] } })), [2, 2]);
    assert.deepEqual(counts(ofProtocol.ask(list, { question: { text: 'b:22', sort: [] } })), [1, 3]);
    assert.deepEqual(counts(asking([{ field: 'protocol', value: 'vnc' }]).ask(list)), [0, 0]);
    ofDevice.arranger.scope = null;
    assert.deepEqual(counts(ofDevice.ask(list)), [4, 4]);
  });

  it('sorts anew when the list it let go of comes back', () => {
    const { arranger, ask } = asking();
    assert.equal(ask(list).arrangement, 1);
    arranger.keepOnly(list);
    assert.equal(ask(list).arrangement, 1);
    arranger.keepOnly(undefined);
    assert.equal(ask(list).arrangement, 2);
  });
});

function placesOf({ top, cursor }: { top: number; cursor: number | null }) {
  return [top, cursor];
}

function listed(...ids: readonly string[]): FilteredList {
  return new FilteredList(listOf(...ids).index);
}

function listWith(...sessions: readonly Partial<Session>[]): FilteredList {
  const builder = new SessionIndexBuilder();
  sessions.forEach((changes) => builder.add(makeSession(changes)));
  return new FilteredList(builder.build());
}

import assert from 'node:assert/strict';
import { readKeptTable, readMessageFromTable, readMessageToTable, type KeptTable } from '../../../src/shared/table.ts';
import { longestReach, type Ask, type TableAnswer } from '../../../src/shared/tableAsk.ts';
import type { TableTarget } from '../../../src/shared/tableView.ts';

const target = { connection: 'lab', scope: [{ field: 'protocol', value: 'ssh' }] } satisfies TableTarget;
const show = {
  type: 'show',
  view: {
    language: 'en',
    target,
    scope: { label: 'Only SSH', button: { action: 'showAll', label: 'Show All' } },
    filter: { label: '1 of 2 · is:live', button: { action: 'clearFilter', label: 'Clear Filter' } },
    list: 1,
    notice: '',
    busy: false,
    buttons: [],
    face: null,
    words: {
      table: 'Sessions',
      search: 'Search',
      clear: 'Clear',
      suggestions: 'Suggestions',
      noMatch: '{0}',
      live: 'Live',
      selected: '{0}',
      scattered: '{0}',
      width: '{0} {1}',
      sortedByNewest: 'Newest',
      sortedBy: '{0}',
      ascending: '{0} up',
      descending: '{0} down',
      moved: '{0} {1} {2}',
      hidden: '{0}',
      lastColumn: 'Last',
      columnMenu: '{0}',
      sortPlace: '{0} {1}',
    },
  },
};
const column = { name: 'id', label: 'ID', usual: 80, given: null, longest: '', hasValues: false, isText: false };
const answer: TableAnswer = {
  type: 'answer',
  sequence: 1,
  arrangement: 1,
  matched: 1,
  status: '1 session',
  top: 0,
  cursor: null,
  selected: [[0, 0]],
  from: 0,
  lost: null,
  columns: ['id'],
  rows: [{ id: '540', live: false, cells: ['540'] }],
};
const ask: Ask = {
  type: 'ask',
  sequence: 1,
  question: { text: 'ssh', sort: [{ column: 'user', direction: 'ascending' }] },
  arrangement: null,
  top: { position: 0, id: null },
  cursor: { position: 3, id: '540' },
  reach: 100,
};
const kept: KeptTable = {
  target,
  question: ask.question,
  top: ask.top,
  cursor: { position: 3, id: '540', column: 2 },
};

describe('shared: the contract between the host and the table page', () => {
  it('lets views and answers through', () => {
    assert.deepEqual(readMessageToTable(structuredClone(show)), show);
    assert.deepEqual(readMessageToTable(structuredClone(answer)), answer);
    for (const message of [
      { type: 'columns', columns: [column] },
      { type: 'column', action: 'hide', column: 'id' },
    ]) {
      assert.deepEqual(readMessageToTable(message), message);
    }
  });

  const toPage: Readonly<Record<string, unknown>> = {
    nothing: undefined,
    'another type': { ...show, type: 'hide' },
    'a column without a name': { type: 'columns', columns: [{ ...column, name: undefined }] },
    'no column': { type: 'columns', columns: [] },
    'what nobody can do to a column': { type: 'column', action: 'drop', column: 'id' },
    'an unknown button': { ...show, view: { ...show.view, buttons: [{ action: 'drop', label: 'Drop' }] } },
    'a place that is none': { ...answer, top: -1 },
    'half a row': { ...answer, matched: 0.5 },
    'markup for a row': { ...answer, rows: ['<b>'] },
  };
  for (const [name, message] of Object.entries(toPage)) {
    it(`keeps ${name} from the page`, () => assert.equal(readMessageToTable(message), undefined));
  }

  it('lets through what a person can ask for', () => {
    const messages = [
      { type: 'ready' },
      ask,
      { type: 'cursor', row: { id: '540' } },
      { type: 'cursor', row: { id: null } },
      { type: 'cursor', row: null },
      { type: 'session', action: 'openSessionToSide', id: '540' },
      { type: 'button', action: 'refresh' },
      { type: 'columns', columns: [{ name: 'id', width: null }] },
    ];
    assert.deepEqual(messages.map(readMessageFromTable), messages);
  });

  const fromPage: Readonly<Record<string, unknown>> = {
    nothing: undefined,
    'more rows than are ever seen': { ...ask, reach: longestReach + 1 },
    'a column that is none': { ...ask, question: { text: '', sort: [{ column: 7, direction: 'ascending' }] } },
    'a text longer than any': { ...ask, question: { text: 'x'.repeat(10_001), sort: [] } },
    'no number': { ...ask, sequence: Number.NaN },
    'another command': { type: 'session', action: 'removeConnection', id: '540' },
    'no column at all': { type: 'columns', columns: [] },
    'a cursor without a row': { type: 'cursor' },
    'an id that is none': { type: 'session', action: 'openSession', id: 540 },
  };
  for (const [name, message] of Object.entries(fromPage)) {
    it(`keeps ${name} from the host`, () => assert.equal(readMessageFromTable(message), undefined));
  }

  it('keeps of a page what it is about and where it stood, and no rows', () => {
    assert.deepEqual(readKeptTable({ ...kept, rows: [answer.rows] }), kept);
    assert.equal(readKeptTable({ ...kept, target: { connection: 'lab' } }), undefined);
    assert.equal(readKeptTable(undefined), undefined);
  });
});

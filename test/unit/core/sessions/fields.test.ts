import assert from 'node:assert/strict';
import { atOnce } from '../../../../src/core/async/work.ts';
import { readDocument } from '../../../../src/core/pam/answer/document.ts';
import { ListReader } from '../../../../src/core/pam/listReader.ts';
import { FieldTable, fieldRows, sessionFields, type TextFieldRow } from '../../../../src/core/sessions/fields.ts';
import { isTableField } from '../../../../src/core/sessions/index/tableField.ts';
import type { KnownField } from '../../../../src/core/sessions/query/query.ts';
import type { SessionColumn } from '../../../../src/core/sessions/session.ts';
import { bodyOf } from '../pam/answer/readText.ts';
import { english } from '../pam/records/records.ts';
import { clock } from './query/support.ts';

function row(name: string, more: Partial<TextFieldRow> = {}): TextFieldRow {
  const plain = { kind: 'text', isNullable: false, hasAddresses: false } as const;
  return { ...plain, name, keys: [name, `${name}_pt`], queryNames: [name], ...more };
}

/** What a field that only a copy of the table has is called where the fields of sessions are asked for. */
const site = 'site' as SessionColumn & KnownField;

/** Reads records with a table of fields; and which of them, from 0, were made objects on the way. */
async function read(records: readonly object[], fields: FieldTable) {
  const list = new ListReader({ fields });
  const objects: number[] = [];
  let count = 0;
  await readDocument(bodyOf([JSON.stringify({ remote_sessions: records })]), {
    plain: {
      read(bytes, at) {
        const run = list.plain.read(bytes, at);
        count += run.records;
        return run;
      },
    },
    onRecord(record) {
      objects.push(count++);
      list.onRecord(record);
    },
  });
  return { index: list.snapshot().index, objects };
}

const records = Array.from({ length: 600 }, (_, at) => ({
  ...english,
  id: at + 1,
  site: at % 3 === 0 ? 'Lisboa' : `Porto ${at % 3}`,
  floor: at % 2 === 0 ? '' : '7',
}));

describe('core: a field that is added to the table', () => {
  const fields = new FieldTable([...fieldRows, row('site'), row('floor', { isNullable: true })]);

  it('comes from the bytes without an object in between, and is in each session', async () => {
    const { index, objects } = await read(records, fields);
    assert.deepEqual(objects, []);
    const first = index.session(0) as unknown as Readonly<Record<string, unknown>>;
    assert.deepEqual([first['site'], first['floor'], first['extra']], ['Lisboa', '', {}]);
  });

  it('is searched, asked, sorted and grouped by', async () => {
    const { index } = await read(records, fields);
    assert.equal(index.filter('LISBOA').length, 200);
    const query = {
      kind: 'field',
      field: { kind: 'known', name: site },
      values: [{ kind: 'equals', text: 'porto 1' }],
    } as const;
    assert.equal(atOnce(index.finding(query, clock)).length, 200);
    const groups = index.group(index.filter(''), site).map(({ value, rows }) => [value, rows.length]);
    assert.deepEqual(groups, [
      ['Lisboa', 200],
      ['Porto 1', 200],
      ['Porto 2', 200],
    ]);
    const [last = -1] = index.sort(index.filter(''), site, 'descending');
    assert.equal((index.session(last) as unknown as Record<string, unknown>)['site'], 'Porto 2');
  });

  it('is read by each of its keys, also where a record is unusual', async () => {
    const odd = { ...english, id: 1, site_pt: 'Faro', site: '', start: { date: '2024-05-06 18:00:00' } };
    const { index, objects } = await read([odd], fields);
    assert.deepEqual(objects, [0]);
    assert.equal((index.session(0) as unknown as Record<string, unknown>)['site'], 'Faro');
  });

  it('leaves room for every bit, however many there are', async () => {
    const names = Array.from({ length: 12 }, (_, at) => `site${at}`);
    const many = new FieldTable([...fieldRows, ...names.map((name) => row(name))]);
    const own = Object.fromEntries(names.map((name, at) => [name, `value ${at}`]));
    const unknown = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`x${at}`, at]));
    const list = [1, 2, 3].map((id) => ({ ...english, id, ...own, ...(id === 2 ? unknown : {}) }));
    const { index, objects } = await read(list, many);
    assert.deepEqual(objects, [1]);
    for (const at of [0, 1, 2]) {
      const session = index.session(at) as unknown as Readonly<Record<string, unknown>>;
      assert.deepEqual(
        names.map((name) => session[name]),
        Object.values(own),
      );
      assert.deepEqual(session['extra'], at === 1 ? unknown : {});
    }
  });
});

describe('core: forty unknown fields', () => {
  it('come through, each with its value', async () => {
    const unknown = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`x${at}`, `value ${at}`]));
    const list = Array.from({ length: 300 }, (_, at) => ({ ...english, id: at + 1, ...unknown }));
    const { index } = await read(list, sessionFields);
    assert.deepEqual(atOnce(index.queryRows()).unknownNames, Object.keys(unknown));
    for (const at of [0, 150, 299]) {
      assert.deepEqual(index.session(at).extra, unknown);
    }
    assert.equal(index.filter('value 39').length, 300);
  });
});

describe('core: the table of fields', () => {
  it('names each field, each key and each name of a query once', () => {
    const keys = fieldRows.flatMap((each) => [...each.keys]);
    const names = fieldRows.map(({ name }) => name);
    const queryNames = sessionFields.texts.flatMap((each) => each.queryNames);
    for (const all of [keys, names, queryNames]) {
      assert.deepEqual(all, [...new Set<string>(all)]);
    }
  });

  it('shows each column of the table in a place of its own, one that a list can be sorted by', () => {
    const places = sessionFields.shownInTable.map(({ table }) => table.place);
    assert.deepEqual(
      places,
      places.map((_, at) => at),
    );
    assert.ok(sessionFields.shownInTable.every(({ name }) => isTableField(name)));
    assert.deepEqual([isTableField('extra.risk'), isTableField('extra'), isTableField('live')], [true, false, false]);
  });
});

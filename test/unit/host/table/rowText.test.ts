import assert from 'node:assert/strict';
import { readSession } from '../../../../src/core/pam/records/readSession.ts';
import { defaultLayout } from '../../../../src/core/connections/tableLayouts.ts';
import { english } from '../../core/pam/records/records.ts';
import '../words.ts';

// Loaded late, as it imports `vscode`.
const { headText, rowText } = await import('../../../../src/host/table/rowText.ts');
const { copiedText } = await import('../../../../src/host/table/copied.ts');

describe('host: a row as text', () => {
  it('has the columns of the table in their order, a tab between them, and no formula', () => {
    const session = readSession({ ...english, id: '540', user: '=cmd', device: 'a\tb', end: null });
    assert.ok(session);
    const columns = defaultLayout.map(({ field }) => field);
    const cells = rowText(session).split('\t');
    assert.equal(cells.length, columns.length);
    const of = (column: (typeof columns)[number]) => cells[columns.indexOf(column)];
    assert.deepEqual([of('id'), of('user'), of('device'), of('end')], ['540', "'=cmd", 'a\\u0009b', '']);
    assert.equal(copiedText('row', session, columns), cells.join('\t'));
    assert.equal(copiedText('id', session, columns), '540');
  });

  it('has the columns that are shown, below their names if those are wanted', () => {
    const session = readSession({ ...english, id: '540', '=risk': '-1', site: { floor: 3 } });
    assert.ok(session);
    const fields = ['extra.=risk', 'id', 'extra.site', 'extra.none'] as const;
    assert.equal(headText(fields), "'=risk\tID\tsite\tnone");
    assert.equal(copiedText('rowWithHeaders', session, fields), '\'-1\t540\t{"floor":3}\t');
  });
});

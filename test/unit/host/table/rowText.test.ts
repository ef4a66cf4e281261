import assert from 'node:assert/strict';
import { readSession } from '../../../../src/core/pam/records/readSession.ts';
import { sessionFields } from '../../../../src/core/sessions/fields.ts';
import { english } from '../../core/pam/records/records.ts';
import '../words.ts';

// Loaded late, as it imports `vscode`.
const { rowText } = await import('../../../../src/host/table/rowText.ts');
const { copiedText } = await import('../../../../src/host/table/copied.ts');

describe('host: a row as text', () => {
  it('has the columns of the table in their order, a tab between them, and no formula', () => {
    const session = readSession({ ...english, id: '540', user: '=cmd', device: 'a\tb', end: null });
    assert.ok(session);
    const columns = sessionFields.shownInTable.map(({ name }) => name);
    const cells = rowText(session).split('\t');
    assert.equal(cells.length, columns.length);
    const of = (column: (typeof columns)[number]) => cells[columns.indexOf(column)];
    assert.deepEqual([of('id'), of('user'), of('device'), of('end')], ['540', "'=cmd", 'a\\u0009b', '']);
    assert.equal(copiedText('row', session), cells.join('\t'));
    assert.equal(copiedText('id', session), '540');
  });
});

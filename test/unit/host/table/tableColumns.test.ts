import assert from 'node:assert/strict';
import { fieldRows } from '../../../../src/core/sessions/fields.ts';
import '../words.ts';

// Late, as it imports `vscode`.
const { tableColumns } = await import('../../../../src/host/table/tableColumns.ts');

describe('host: the columns of a table', () => {
  const columns = tableColumns([...fieldRows.map(({ name }) => ({ field: name })), { field: 'extra.risk' }]);

  it('offer values to pick from, but for what is another in each session', () => {
    const without = columns.filter(({ hasValues }) => !hasValues).map(({ name }) => name);
    assert.deepEqual(without, ['id', 'sessionId', 'durationSeconds']);
  });

  it('have texts that a row filters by, but for times, numbers and states', () => {
    const without = columns.filter(({ isText }) => !isText).map(({ name }) => name);
    assert.deepEqual(without, ['id', 'sessionId', 'start', 'end', 'durationSeconds', 'preventPurge']);
  });
});

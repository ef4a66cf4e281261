import assert from 'node:assert/strict';
import { FieldTable, fieldRows } from '../../../src/core/sessions/fields.ts';
import type { TableField } from '../../../src/core/sessions/index/tableField.ts';
import type { Session } from '../../../src/core/sessions/session.ts';
import { makeSession } from '../core/makeSession.ts';
import './words.ts';

// Late, as they import `vscode`.
const { fieldLabels, shownFields } = await import('../../../src/host/shownFields.ts');
const { tableRow } = await import('../../../src/host/table/viewOf.ts');
const { tableColumns } = await import('../../../src/host/table/tableColumns.ts');

describe('host: the fields of a session', () => {
  it('are all that the table of fields has, in its order, each with a label of its own', () => {
    const shown = shownFields(makeSession({ user: 'ann', durationSeconds: 61, preventPurge: true }));
    assert.deepEqual(
      shown.map(({ key }) => key),
      fieldRows.map(({ name }) => name),
    );
    assert.equal(new Set(Object.values(fieldLabels())).size, fieldRows.length);
    const valueOf = (name: string) => shown.find(({ key }) => key === name)?.value;
    assert.deepEqual(['user', 'durationSeconds', 'preventPurge', 'itsm'].map(valueOf), ['ann', '1m 1s', 'Yes', '']);
  });

  it('are one more in the details and in the table with one row and one label more', () => {
    const site = {
      name: 'site',
      kind: 'text',
      keys: ['site'],
      queryNames: ['site'],
      isNullable: false,
      hasAddresses: false,
      table: { place: 1.5, width: 70 },
    } as const;
    const fields = new FieldTable([...fieldRows, site]);
    const labels = { ...fieldLabels(), site: 'Site' };
    const session = { ...makeSession({ id: '7' }), site: 'Lis\u202eboa' } as Session;
    assert.deepEqual(shownFields(session, fields, labels).at(-1), {
      key: 'site',
      label: 'Site',
      value: 'Lis\\u202eboa',
    });
    const added = 'site' as TableField;
    assert.deepEqual(tableColumns([{ field: 'id' }, { field: added, width: 90 }], fields, labels)[1], {
      name: 'site',
      label: 'Site',
      usual: 70,
      given: 90,
      longest: null,
      hasValues: true,
      isText: true,
    });
    assert.deepEqual(tableRow(session, ['id', added], [], fields).cells, ['7', 'Lis\\u202eboa']);
  });
});

import assert from 'node:assert/strict';
import { defaultLayout } from '../../../../src/core/connections/tableLayouts.ts';
import { sessionFields } from '../../../../src/core/sessions/fields.ts';
import '../words.ts';

// Loaded late, as they import `vscode`.
const { columnChoices, layoutOf } = await import('../../../../src/host/table/columnChoices.ts');
const { columnText } = await import('../../../../src/host/table/tableColumns.ts');
const { fieldReferenceOf } = await import('../../../../src/host/table/fieldReferenceOf.ts');
const { makeSession } = await import('../../core/makeSession.ts');

describe('host: the columns that a table can have', () => {
  it('are all fields that are known, and those that the server added, the shown ones first and picked', () => {
    const layout = [{ field: 'device' }, { field: 'extra.Gone' }] as const;
    const choices = columnChoices(layout, ['Risk $(x)', 'n'.repeat(2000)]);
    assert.equal(choices.length, sessionFields.rows.length + 2, 'and none that is longer than anyone reads');
    assert.deepEqual(
      choices.filter(({ picked }) => picked).map(({ field }) => field),
      ['device', 'extra.Gone'],
    );
    assert.deepEqual(
      choices.slice(0, 2).map(({ field }) => field),
      ['device', 'extra.Gone'],
    );
    assert.equal(choices[2]?.field, 'start');
    const risk = choices.at(-1);
    assert.deepEqual([risk?.field, risk?.description], ['extra.Risk $(x)', 'a field of this server']);
    assert.doesNotMatch(risk?.label ?? '', /^Risk \$\(x\)$/, 'shows no icon');
  });

  it('stay in their places when others come and go', () => {
    const layout = [{ field: 'device', width: 70 }, { field: 'user' }, { field: 'id' }] as const;
    assert.deepEqual(layoutOf(layout, ['extra.Risk', 'id', 'device']), [
      { field: 'device', width: 70 },
      { field: 'id' },
      { field: 'extra.Risk' },
    ]);
    const all = defaultLayout.map(({ field }) => field);
    assert.deepEqual(layoutOf(defaultLayout, all), defaultLayout);
  });

  it('hold what the session has, its own fields alone', () => {
    const session = makeSession({ preventPurge: true, extra: { Risk: { level: 3 }, note: 'a' } });
    const texts = (['preventPurge', 'extra.Risk', 'extra.note', 'extra.toString'] as const).map((field) =>
      columnText(session, field),
    );
    assert.deepEqual(texts, ['Yes', '{"level":3}', 'a', '']);
  });

  it('are filtered by where they have texts', () => {
    assert.deepEqual(fieldReferenceOf('originIp'), { kind: 'known', name: 'originIp' });
    assert.deepEqual(fieldReferenceOf('extra.a b'), { kind: 'unknown', name: 'a b', isQuoted: true });
    assert.deepEqual(fieldReferenceOf('extra.Risk'), { kind: 'unknown', name: 'Risk', isQuoted: false });
    assert.deepEqual(['start', 'id', 'preventPurge', ''].map(fieldReferenceOf), Array(4).fill(undefined));
  });
});

import { l10n } from 'vscode';
import { inSlices } from '../../core/async/work.ts';
import type { Connection } from '../../core/connections/connection.ts';
import type { Filters } from '../../core/connections/filters.ts';
import { extraField } from '../../core/sessions/index/groupField.ts';
import type { SessionIndex } from '../../core/sessions/index/sessionIndex.ts';
import type { TableField } from '../../core/sessions/index/tableField.ts';
import { textNames } from '../../core/sessions/query/queryNames.ts';
import { labelText, oneLine } from '../../core/text/visibleText.ts';
import { pick, type Choice } from '../prompts/pick.ts';
import { fieldLabels } from '../shownFields.ts';
import { narrowingOf } from './narrowingOf.ts';

/** Asks for a field and for some of the values that it has, and adds that to the filter. Rejects with `Dismissed`. */
export async function addFilter(filters: Filters, connection: Connection): Promise<void> {
  const { index } = await connection.store.load();
  const field = await pick(l10n.t('Add Filter: by which field?'), await fieldsOf(index));
  await narrowTo(filters, connection, index, field);
}

/** Asks for some of the values that a field has, and adds that to the filter. Rejects with `Dismissed`. */
export async function filterByValues(filters: Filters, connection: Connection, field: TableField): Promise<void> {
  const { index } = await connection.store.load();
  await narrowTo(filters, connection, index, field);
}

async function narrowTo(
  filters: Filters,
  connection: Connection,
  index: SessionIndex,
  field: TableField,
): Promise<void> {
  const narrowed = await narrowingOf(connection, index, field);
  await filters.applyQuery(connection, narrowed(filters.queryOf(connection)));
}

async function fieldsOf(index: SessionIndex): Promise<readonly Choice<TableField>[]> {
  const labels = fieldLabels();
  const known = Object.values(textNames).map((name): Choice<TableField> => ({
    value: name,
    label: labels[name],
  }));
  const others: readonly Choice<TableField>[] = [
    { value: 'start', label: l10n.t('Day'), description: l10n.t('on which a session started') },
    { value: 'end', label: l10n.t('Live or Ended') },
    { value: 'preventPurge', label: labels.preventPurge },
  ];
  const { unknownNames } = await inSlices(index.queryRows());
  const unknown = unknownNames.map((name): Choice<TableField> => ({
    value: extraField(name),
    label: labelText(oneLine(name)),
    description: l10n.t('a field of this server'),
  }));
  return [...known, ...others, ...unknown];
}

import { l10n } from 'vscode';
import { defaultLayout, type TableLayout } from '../../core/connections/tableLayouts.ts';
import { sessionFields } from '../../core/sessions/fields.ts';
import { extraField, extraNameOf } from '../../core/sessions/index/groupField.ts';
import { isTableField, type TableField } from '../../core/sessions/index/tableField.ts';
import { labelText } from '../../core/text/visibleText.ts';
import { columnLabel } from './tableColumns.ts';

/** A column that a table can have. */
export interface ColumnChoice {
  readonly field: TableField;
  readonly label: string;
  readonly description: string;
  /** Whether the table has it already. */
  readonly picked: boolean;
}

/** A page takes no longer names of columns; nobody could read them. */
const longestName = 900;

/** All columns that a table can have: those of its layout first, then the others, `unknownNames` of the list among them. */
export function columnChoices(layout: TableLayout, unknownNames: readonly string[]): readonly ColumnChoice[] {
  const known = sessionFields.rows.map(({ name }) => name).filter(isTableField);
  const unknown = unknownNames.filter((name) => name.length <= longestName).map(extraField);
  const shown = layout.map(({ field }) => field);
  const usual = defaultLayout.map(({ field }) => field);
  return [...new Set([...shown, ...usual, ...known, ...unknown])].map((field) => ({
    field,
    label: labelText(columnLabel(field)),
    description: extraNameOf(field) === undefined ? '' : l10n.t('a field of this server'),
    picked: shown.includes(field),
  }));
}

/** The layout with these columns: those that it has stay in their places, and the others come behind them. */
export function layoutOf(layout: TableLayout, chosen: readonly TableField[]): TableLayout {
  const kept = layout.filter(({ field }) => chosen.includes(field));
  const added = chosen.filter((field) => !layout.some((column) => column.field === field));
  return [...kept, ...added.map((field) => ({ field }))];
}

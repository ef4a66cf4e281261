import { defaultLayout } from '../../core/connections/tableLayouts.ts';
import { extraNameOf } from '../../core/sessions/index/groupField.ts';
import type { TableField } from '../../core/sessions/index/tableField.ts';
import type { Session } from '../../core/sessions/session.ts';
import { spreadsheetCell } from '../../core/text/spreadsheetCell.ts';
import { columnLabel, columnText } from './tableColumns.ts';

const usual = defaultLayout.map(({ field }) => field);

/** A session as a line of tab-separated text, in the columns of a table, fit to be pasted into a spreadsheet. */
export function rowText(session: Session, fields: readonly TableField[] = usual): string {
  return fields.map((field) => spreadsheetCell(columnText(session, field))).join('\t');
}

/** The names of the columns as such a line. */
export function headText(fields: readonly TableField[] = usual): string {
  return fields.map((field) => spreadsheetCell(extraNameOf(field) ?? columnLabel(field))).join('\t');
}

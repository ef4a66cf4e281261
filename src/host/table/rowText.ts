import { sessionFields } from '../../core/sessions/fields.ts';
import type { Session } from '../../core/sessions/session.ts';
import { spreadsheetCell } from '../../core/text/spreadsheetCell.ts';
import { fieldText } from '../shownFields.ts';

/** A session as a line of tab-separated text, in the columns of the table, fit to be pasted into a spreadsheet. */
export function rowText(session: Session, { shownInTable } = sessionFields): string {
  return shownInTable.map((field) => spreadsheetCell(fieldText(session, field))).join('\t');
}

import { oneLine } from '../../core/text/visibleText.ts';
import type { TableLayout } from '../../core/connections/tableLayouts.ts';
import { seenValue } from '../../core/sessions/columns/seenExtra.ts';
import { sessionFields, type FieldRow } from '../../core/sessions/fields.ts';
import { extraNameOf } from '../../core/sessions/index/groupField.ts';
import type { TableField } from '../../core/sessions/index/tableField.ts';
import type { Session } from '../../core/sessions/session.ts';
import type { TableColumn } from '../../shared/tableColumn.ts';
import { fieldLabels, fieldText, type FieldLabels } from '../shownFields.ts';

/** How wide a column is, in pixels, whose field has no width of its own. */
const usualWidth = 120;
/** So many digits a `session_id` has where it is a hash; a UUID is shorter. */
const hashDigits = 40;

/** The columns of a table, as the page shows them. */
export function tableColumns(
  layout: TableLayout,
  fields = sessionFields,
  labels: FieldLabels = fieldLabels(),
): readonly TableColumn[] {
  return layout.map(({ field, width }) => {
    const row = fields.rows.find(({ name }) => name === field);
    return {
      name: field,
      label: columnLabel(field, labels),
      usual: row?.table?.width ?? usualWidth,
      given: width ?? null,
      longest: longestOf(row?.kind),
      hasValues: hasValues(row?.kind),
      isText: row === undefined || row.kind === 'text',
    };
  });
}

/** What a column is called: one of an unknown field as the server calls it. */
export function columnLabel(field: TableField, labels: FieldLabels = fieldLabels()): string {
  const extra = extraNameOf(field);
  return extra === undefined ? (labels[field] ?? field) : oneLine(extra);
}

/** What a session has in a column. It must still be made fit to be shown. */
export function columnText(session: Session, field: TableField, fields = sessionFields): string {
  const extra = extraNameOf(field);
  if (extra !== undefined) {
    return Object.hasOwn(session.extra, extra) ? seenValue(session.extra[extra]) : '';
  }
  const row = fields.rows.find(({ name }) => name === field);
  return row === undefined ? '' : fieldText(session, row);
}

/** Whether there are values to pick from: hardly two sessions have an ID, a hash or a duration in common. */
function hasValues(kind: FieldRow['kind'] | undefined): boolean {
  return kind !== 'id' && kind !== 'hash' && kind !== 'duration';
}

/** As long as any text in a column; null where there is no telling, and `''` where the usual width is enough. */
function longestOf(kind: FieldRow['kind'] | undefined): string | null {
  switch (kind) {
    case undefined:
    case 'text':
      return null;
    case 'hash':
      return '0'.repeat(hashDigits);
    case 'start':
    case 'end':
      return '0000-00-00 00:00:00';
    default:
      return '';
  }
}

import { sessionFields, type FieldName } from '../fields.ts';
import { isExtraField, type ExtraField } from './groupField.ts';

/**
 * What a table can have a column for, and be sorted by: a field of every session, or, behind `extra.`, the server's name
 * of a field that this version does not know.
 */
export type TableField = FieldName | ExtraField;

/** Whether a text, which may come from another version, is such a field. */
export function isTableField(text: string): text is TableField {
  return isExtraField(text) || sessionFields.rows.some(({ name }) => name === text);
}

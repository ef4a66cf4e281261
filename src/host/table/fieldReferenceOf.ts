import { sessionFields } from '../../core/sessions/fields.ts';
import { extraNameOf } from '../../core/sessions/index/groupField.ts';
import type { FieldReference } from '../../core/sessions/query/query.ts';
import { isBareName } from '../../core/sessions/query/subjectOf.ts';

/** The field of a column by whose values a list can be filtered; undefined for a column of another kind. */
export function fieldReferenceOf(column: string): FieldReference | undefined {
  const extra = extraNameOf(column);
  if (extra !== undefined) {
    return { kind: 'unknown', name: extra, isQuoted: !isBareName(extra) };
  }
  const known = sessionFields.texts.find(({ name }) => name === column);
  return known && { kind: 'known', name: known.name };
}

import { sessionFields } from '../fields.ts';
import type { SessionColumn } from '../session.ts';

/**
 * What a list can be grouped by: a field of every session, the day on which it started, or, behind `extra.`, the
 * server's name of a field that this version does not know.
 */
export type GroupField = SessionColumn | 'day' | ExtraField;

type ExtraField = `extra.${string}`;

const extraPrefix = 'extra.';

/** The server's name of an unknown field; undefined for any other. */
export function extraNameOf(field: GroupField): string | undefined {
  return field.startsWith(extraPrefix) ? field.slice(extraPrefix.length) : undefined;
}

/** Groups by a field that this version does not know. */
export function extraField(name: string): ExtraField {
  return `${extraPrefix}${name}`;
}

/** Whether a text, which may come from an older version, is a field that it makes sense to group by. */
export function isGroupField(text: string): text is GroupField {
  return text === 'day' || text.startsWith(extraPrefix) || sessionFields.texts.some(({ name }) => name === text);
}

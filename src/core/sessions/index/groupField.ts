import { sessionFields, type TextField } from '../fields.ts';

/**
 * What a list can be grouped by: a text that every session has, the day on which it started, or, behind `extra.`, the
 * server's name of a field that this version does not know.
 */
export type GroupField = TextField | 'day' | ExtraField;

/** The server's name of a field that this version does not know, behind `extra.`. */
export type ExtraField = `extra.${string}`;

const extraPrefix = 'extra.';

/** The server's name of an unknown field; undefined for any other. */
export function extraNameOf(field: ExtraField): string;
export function extraNameOf(field: string): string | undefined;
export function extraNameOf(field: string): string | undefined {
  return isExtraField(field) ? field.slice(extraPrefix.length) : undefined;
}

/** Whether a field is one that this version does not know. */
export function isExtraField(field: string): field is ExtraField {
  return field.startsWith(extraPrefix);
}

/** Names a field that this version does not know. */
export function extraField(name: string): ExtraField {
  return `${extraPrefix}${name}`;
}

/** Whether a text, which may come from an older version, is a field that it makes sense to group by. */
export function isGroupField(text: string): text is GroupField {
  return text === 'day' || isExtraField(text) || sessionFields.texts.some(({ name }) => name === text);
}

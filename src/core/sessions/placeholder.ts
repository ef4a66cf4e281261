import { durationText } from './duration.ts';
import { sessionFields, type FieldRow } from './fields.ts';
import type { Session } from './session.ts';

/** A field of a session as templates name it. */
export type Placeholder =
  | { readonly kind: 'field'; readonly row: FieldRow }
  | { readonly kind: 'extra'; readonly name: string }
  | { readonly kind: 'duration' };

/** What people call the values of a field that is true or false. */
export interface FlagWords {
  readonly yes: string;
  readonly no: string;
}

const beforeExtra = 'extra.';

/**
 * The field that a template means by a name: one that every session has, by its name in the API or in the server's
 * records, without regard to case; `duration`; or `extra.NAME` for one that this version does not know. Undefined for
 * any other name.
 */
export function readPlaceholder(name: string, { rows } = sessionFields): Placeholder | undefined {
  if (name.startsWith(beforeExtra) && name.length > beforeExtra.length) {
    return { kind: 'extra', name: name.slice(beforeExtra.length) };
  }
  const wanted = name.toLowerCase();
  if (wanted === 'duration') {
    return { kind: 'duration' };
  }
  const row = rows.find((each) => namesOf(each).some((other) => other.toLowerCase() === wanted));
  return row && { kind: 'field', row };
}

/** The names of the fields that every session has, as templates name them. */
export function placeholderNames({ rows } = sessionFields): readonly string[] {
  return [...rows.map(({ name }) => name), 'duration'];
}

/** What a session has in a field; `''` where that is nothing. It must still be made fit for where it is put. */
export function placeholderText(session: Session, placeholder: Placeholder, { yes, no }: FlagWords): string {
  if (placeholder.kind === 'duration') {
    return session.durationSeconds === null ? '' : durationText(session.durationSeconds);
  }
  if (placeholder.kind === 'extra') {
    return Object.hasOwn(session.extra, placeholder.name) ? asText(session.extra[placeholder.name]) : '';
  }
  const value = (session as unknown as Readonly<Record<string, unknown>>)[placeholder.row.name];
  return typeof value === 'boolean' ? (value ? yes : no) : asText(value);
}

/** The server calls the duration `time`, which it is not: a template that says so gets no number of seconds. */
function namesOf({ name, kind, keys }: FieldRow): readonly string[] {
  return kind === 'duration' ? [name] : [name, ...keys];
}

function asText(value: unknown): string {
  return value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}

import { sessionFields } from '../fields.ts';
import type { KnownField, TimeName } from './query.ts';

const texts = sessionFields.texts.map(({ name, queryNames: [first = name, ...others] }) => ({ name, first, others }));

/** The text fields of a session by the name that a query has for them. */
export const textNames: Readonly<Record<string, KnownField>> = Object.fromEntries(
  texts.map(({ name, first }) => [first, name]),
);

/** The same fields by their other names: those of the server in Portuguese, and the key of the API. */
export const otherTextNames: Readonly<Record<string, KnownField>> = Object.fromEntries(
  texts.flatMap(({ name, others }) => others.map((other) => [other, name])),
);

export const timeNames: readonly TimeName[] = ['started', 'ended', 'at', 'after', 'before'];

/** The names that a query can use. Those of text fields come first, and are also listed alone. */
export const textFieldNames: readonly string[] = Object.keys(textNames);
export const queryNames: readonly string[] = [
  ...textFieldNames,
  'id',
  'session',
  ...timeNames,
  'duration',
  'is',
  'has',
];

/** Those of them that are words of Portuguese and Spanish. */
export const localNames: readonly string[] = ['usuario', 'credencial', 'dispositivo', 'protocolo'];

/** The other names of the same fields. */
export const otherNames: readonly string[] = [...Object.keys(otherTextNames), 'hash'];

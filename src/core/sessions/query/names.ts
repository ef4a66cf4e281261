import { nearest } from '../../text/nearest.ts';
import type { FieldReference, KnownField, State, TimeName } from './query.ts';

/** What a name in front of a colon asks about. */
export type Subject =
  | { readonly kind: 'text'; readonly field: FieldReference }
  | { readonly kind: 'id' | 'session' | 'duration' | 'is' | 'has' }
  | { readonly kind: 'time'; readonly name: TimeName };

/** The names of fields that the loaded list has and this version does not know; undefined while no list is loaded. */
export type UnknownNames = readonly string[] | undefined;

const textNames: Readonly<Record<string, KnownField>> = {
  user: 'user',
  credential: 'credential',
  device: 'device',
  protocol: 'protocol',
  proxy: 'proxy',
  ip: 'originIp',
  itsm: 'itsm',
  request: 'request',
};

const otherTextNames: Readonly<Record<string, KnownField>> = {
  usuario: 'user',
  credencial: 'credential',
  dispositivo: 'device',
  protocolo: 'protocol',
  origin_ip: 'originIp',
};

const timeNames: readonly TimeName[] = ['started', 'ended', 'at', 'after', 'before'];
const plainNames = ['id', 'session', 'duration', 'is', 'has'] as const;

export const states: readonly State[] = ['live', 'ended', 'protected'];

/** The names of what a query can ask about, and those of them that are text fields, as a query is printed. */
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

/** The other names that the same fields have. */
export const otherNames: readonly string[] = [...Object.keys(otherTextNames), 'hash'];

const subjects: ReadonlyMap<string, Subject> = new Map<string, Subject>([
  ...Object.entries({ ...textNames, ...otherTextNames }).map(([name, known]) => [name, textSubject(known)] as const),
  ...timeNames.map((name) => [name, { kind: 'time', name }] as const),
  ...plainNames.map((name) => [name, { kind: name }] as const),
  ['hash', { kind: 'session' }],
]);

function textSubject(name: KnownField): Subject {
  return { kind: 'text', field: { kind: 'known', name } };
}

/** Whether an unknown field of this name can be named without quotes. */
export function isBareName(name: string): boolean {
  return /^[\p{L}\d_-]+$/u.test(name) && !name.startsWith('-') && !subjects.has(name.toLowerCase());
}

/** What a name stands for, without case; undefined where nothing is called so. */
export function subjectOf(name: string, unknownNames: UnknownNames): Subject | undefined {
  const known = subjects.get(name.toLowerCase());
  if (known !== undefined || !isBareName(name)) {
    return known;
  }
  const same = unknownNames?.filter((each) => each.toLowerCase() === name.toLowerCase()) ?? [];
  const found = same.includes(name) ? name : same[0];
  return found === undefined ? undefined : { kind: 'text', field: { kind: 'unknown', name: found, isQuoted: false } };
}

/** As `subjectOf`, for a name that can only be one of a text field. */
export function fieldOf(name: string, unknownNames: UnknownNames): FieldReference | undefined {
  const subject = subjectOf(name, unknownNames);
  return subject?.kind === 'text' ? subject.field : undefined;
}

/** The name in a query that is nearest to one that is unknown. */
export function nearestName(name: string, unknownNames: UnknownNames): string {
  return nearest(name, [...queryNames, ...subjects.keys(), ...(unknownNames ?? []).filter(isBareName)]);
}

/** As `nearestName`, of text fields only. */
export function nearestField(name: string, unknownNames: UnknownNames): string {
  const others = Object.keys(otherTextNames);
  return nearest(name, [...textFieldNames, ...others, ...(unknownNames ?? []).filter(isBareName)]);
}

/** The name by which a query knows a field of a session. */
export function nameOf(field: KnownField): string {
  return Object.entries(textNames).find(([, known]) => known === field)?.[0] ?? field;
}

/** How a query names a text field. */
export function printedField(field: FieldReference): string {
  if (field.kind === 'known') {
    return nameOf(field.name);
  }
  return field.isQuoted ? `field.${quotedText(field.name)}` : field.name;
}

/** A text in the quotes of a query. */
export function quotedText(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

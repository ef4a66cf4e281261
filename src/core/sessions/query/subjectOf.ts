import type { FieldReference, KnownField, TimeName } from './query.ts';
import { otherTextNames, textNames, timeNames } from './queryNames.ts';

/** What a name in front of a colon asks about. */
export type Subject =
  | { readonly kind: 'text'; readonly field: FieldReference }
  | { readonly kind: 'id' | 'session' | 'duration' | 'is' | 'has' }
  | { readonly kind: 'time'; readonly name: TimeName };

/** The names of fields that the loaded list has and this version does not know; undefined while no list is loaded. */
export type UnknownNames = readonly string[] | undefined;

const plainNames = ['id', 'session', 'duration', 'is', 'has'] as const;

const subjects: ReadonlyMap<string, Subject> = new Map<string, Subject>([
  ...Object.entries({ ...textNames, ...otherTextNames }).map(([name, known]) => [name, textSubject(known)] as const),
  ...timeNames.map((name) => [name, { kind: 'time', name }] as const),
  ...plainNames.map((name) => [name, { kind: name }] as const),
  ['hash', { kind: 'session' }],
]);

/** Every name that can stand in front of a colon, in all its spellings. */
export const subjectNames: readonly string[] = [...subjects.keys()];

function textSubject(name: KnownField): Subject {
  return { kind: 'text', field: { kind: 'known', name } };
}

/** Whether an unknown field of this name can be written without quotes. */
export function isBareName(name: string): boolean {
  return /^[\p{L}\d_-]+$/u.test(name) && !name.startsWith('-') && !subjects.has(name.toLowerCase());
}

/** What a name, in upper or lower case, asks about; undefined if there is no such name. */
export function subjectOf(name: string, unknownNames: UnknownNames): Subject | undefined {
  const known = subjects.get(name.toLowerCase());
  if (known !== undefined || !isBareName(name)) {
    return known;
  }
  const same = unknownNames?.filter((each) => each.toLowerCase() === name.toLowerCase()) ?? [];
  const found = same.includes(name) ? name : same[0];
  return found === undefined ? undefined : { kind: 'text', field: { kind: 'unknown', name: found, isQuoted: false } };
}

/** As `subjectOf`, for a place where only the name of a text field is allowed. */
export function fieldOf(name: string, unknownNames: UnknownNames): FieldReference | undefined {
  const subject = subjectOf(name, unknownNames);
  return subject?.kind === 'text' ? subject.field : undefined;
}

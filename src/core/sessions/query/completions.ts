import { printedField } from './printedField.ts';
import { printedText } from './printQuery.ts';
import { states, type FieldReference } from './query.ts';
import { localNames, otherNames, queryNames, textFieldNames } from './queryNames.ts';
import { isBareName, subjectOf, type Subject, type UnknownNames } from './subjectOf.ts';

/** One way to go on with the last word of a query. `insert` replaces everything from `start` on. */
export interface Completion {
  readonly kind: 'name' | 'operator' | 'word' | 'value';
  readonly insert: string;
  /** The value as the list has it; `''` if it is not one. */
  readonly value?: string;
  readonly count?: number;
}

export interface Completions {
  /** The position in the query, in UTF-16 units. */
  readonly start: number;
  readonly items: readonly Completion[];
}

export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** What the loaded list offers for completion. */
export interface CompletionSources {
  /** Whether the names in Portuguese and Spanish are offered before they are typed, too. */
  readonly isLocal: boolean;
  readonly unknownNames: UnknownNames;
  /** The values of a text field that contain what was typed, in upper or lower case, the most frequent first. */
  values(field: FieldReference, typed: string): readonly ValueCount[];
}

/** The values that are offered behind the name of each kind of field. */
const comparisons = ['>', '>=', '<', '<='];
const timeWords = ['today', 'yesterday', 'now', '-1h', '-24h', '-7d'];
const quotedOrCharacter = /"(?:[^"\\]|\\[^])*(?:"|\\?$)|[^]/g;

/** The ways in which the last word of a query can go on. Its end is taken for the place where a person types. */
export function completions(text: string, sources: CompletionSources): Completions {
  const pieces = [...text.matchAll(quotedOrCharacter)];
  const boundary = pieces.findLast(([piece]) => /^[\s()]$/.test(piece))?.index ?? -1;
  const isNegated = text.charAt(boundary + 1) === '-';
  const start = boundary + (isNegated ? 2 : 1);
  const word = text.slice(start);
  const [name] = /^(?:field\."(?:[^"\\]|\\[^])*"|[^\s"():]+)(?=:)/i.exec(word) ?? [];
  const subject = name === undefined ? undefined : subjectNamed(name, sources.unknownNames);
  if (name === undefined || subject === undefined) {
    return { start, items: namesFor(word, sources, start > 0 && !isNegated && text.trim() !== '') };
  }
  const comma = pieces.findLast(([piece]) => piece === ',')?.index ?? -1;
  const valueStart = Math.max(start + name.length, comma) + 1;
  return valuesFor(subject, text.slice(valueStart), valueStart, sources);
}

function subjectNamed(name: string, unknownNames: UnknownNames): Subject | undefined {
  const [, quoted] = /^field\.("[^]*")$/i.exec(name) ?? [];
  return quoted === undefined
    ? subjectOf(name, unknownNames)
    : { kind: 'text', field: { kind: 'unknown', name: typedText(quoted), isQuoted: true } };
}

function namesFor(word: string, sources: CompletionSources, canBeOr: boolean): readonly Completion[] {
  const wanted = word.toLowerCase();
  const others = word === '' ? [] : otherNames;
  const names = [
    ...new Set([...fieldNames(sources), ...queryNames, ...unknownFields(sources.unknownNames), ...others]),
  ];
  const or = canBeOr && 'OR'.startsWith(word) ? [{ kind: 'operator', insert: 'OR ' } as const] : [];
  return [
    ...names
      .filter((name) => name.toLowerCase().startsWith(wanted))
      .map((name) => ({ kind: 'name', insert: `${name}:` }) as const),
    ...or,
  ];
}

function valuesFor(subject: Subject, raw: string, start: number, sources: CompletionSources): Completions {
  switch (subject.kind) {
    case 'text': {
      const equals = raw.startsWith('=') ? 1 : 0;
      const typed = typedText(raw.slice(equals));
      const items = sources.values(subject.field, typed).map(({ value, count }) => {
        return { kind: 'value', insert: value === '' ? '""' : printedText(value), value, count } as const;
      });
      return { start: start + equals, items: [...items, ...(raw === '' ? operators(['=']) : [])] };
    }
    case 'is':
      return { start, items: words(states, raw) };
    case 'has':
      return { start, items: words([...fieldNames(sources), ...unknownFields(sources.unknownNames)], raw) };
    case 'time': {
      const isMoment = subject.name === 'after' || subject.name === 'before';
      const [before = ''] = (isMoment ? /^/ : subject.name === 'at' ? /^.*\.\./ : /^(?:[<>]=?|.*\.\.)/).exec(raw) ?? [];
      const items = words(timeWords, raw.slice(before.length));
      const hasOperators = raw === '' && !isMoment && subject.name !== 'at';
      return { start: start + before.length, items: [...items, ...(hasOperators ? operators(comparisons) : [])] };
    }
    case 'id':
    case 'duration':
      return { start, items: raw === '' ? operators(comparisons) : [] };
    case 'session':
      return { start, items: [] };
  }
}

/** What fields of text are called, in the words of the person too. */
function fieldNames({ isLocal }: CompletionSources): readonly string[] {
  return isLocal ? [...textFieldNames, ...localNames] : textFieldNames;
}

function unknownFields(unknownNames: UnknownNames): readonly string[] {
  return (unknownNames ?? []).map((name) => printedField({ kind: 'unknown', name, isQuoted: !isBareName(name) }));
}

function operators(inserts: readonly string[]): readonly Completion[] {
  return inserts.map((insert) => ({ kind: 'operator', insert }));
}

function words(inserts: readonly string[], raw: string): readonly Completion[] {
  const wanted = typedText(raw).toLowerCase();
  const found = inserts.filter((insert) => insert.toLowerCase().startsWith(wanted));
  return found.map((insert) => ({ kind: 'word', insert }));
}

/** The text of a value that may not be finished yet. */
function typedText(raw: string): string {
  return raw.replace(quotedOrCharacter, (piece) => {
    const [, inside = piece] = /^"((?:[^"\\]|\\[^])*)"?$/.exec(piece) ?? [];
    return inside === piece ? piece : inside.replace(/\\(["\\])/g, '$1');
  });
}

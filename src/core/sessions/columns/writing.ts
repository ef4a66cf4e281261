import type { TextField } from '../fields.ts';
import type { Session } from '../session.ts';
import { extraColumn } from './extraColumn.ts';
import type { HashColumn } from './hashColumn.ts';
import type { PackedColumn } from './packedColumn.ts';
import type { SessionColumns } from './sessionColumns.ts';
import type { TextColumn } from './textColumn.ts';

/** How the values of one field are written down, in CSV or JSON. */
export interface Notation {
  text(text: string): string;
  /** A text in which nothing has to be quoted or escaped: digits, a hash, a time. */
  plain(text: string): string;
  /** A value given as its JSON. */
  json(json: string): string;
  /** A value that is null or missing. */
  readonly none: string;
  /** Whether what was written for a text may be used for it again, without asking. */
  isLasting(text: string): boolean;
}

/** A key of `Session`, or an unknown field by itself. */
export type WrittenField = keyof Session | `extra.${string}`;

/** What was written is remembered for the texts of a column that has no more different ones than this. */
const mostRemembered = 1 << 16;

/** Makes what writes one field of a row down. The row need not become a `Session` for it. */
export function writing(columns: SessionColumns, field: WrittenField, notation: Notation): (row: number) => string {
  switch (field) {
    case 'id':
    case 'start':
    case 'end':
      return ofPacked(columns[field], notation);
    case 'sessionId':
      return ofHash(columns.sessionId, notation);
    case 'durationSeconds':
      return ofDuration(columns.durationSeconds, notation);
    case 'live':
      return ofLive(columns.end, notation);
    case 'preventPurge':
      return byCode(columns.preventPurge, (json) => (json === null ? notation.none : notation.json(json)));
    case 'extra':
      return ofAllExtra(columns, notation);
    default:
      return field.startsWith('extra.')
        ? ofExtra(columns, field.slice('extra.'.length), notation)
        : ofText(columns, field as TextField, notation);
  }
}

function ofPacked(column: PackedColumn, notation: Notation) {
  return (row: number) => {
    const code = column.codes.get(row);
    const text = column.textOf(code);
    return text === null ? notation.none : code > 0 ? notation.plain(text) : notation.text(text);
  };
}

function ofHash(column: HashColumn, notation: Notation) {
  return (row: number) => {
    const text = column.text(row);
    return column.isPacked(row) ? notation.plain(text) : notation.text(text);
  };
}

function ofDuration(column: PackedColumn, notation: Notation) {
  return (row: number) => {
    const text = column.text(row);
    return text === null ? notation.none : notation.json(JSON.stringify(Number(text)));
  };
}

function ofLive(end: PackedColumn, notation: Notation) {
  const [yes, no] = [notation.json('true'), notation.json('false')];
  return (row: number) => (end.codes.get(row) === 0 ? yes : no);
}

function ofText(columns: SessionColumns, name: TextField, notation: Notation) {
  const none = columns.isNullable(name) ? notation.none : notation.text('');
  const write = (text: string | null) => (text === null ? none : notation.text(text));
  return byCode(columns.texts[name], write, (text) => notation.isLasting(text));
}

/** A text is written as it is, and any other value as its JSON. */
function ofExtra(columns: SessionColumns, name: string, notation: Notation) {
  const { column } = extraColumn(columns, name);
  const isAlone = columns.extra.has(name);
  const valueIn = (json: string) => {
    const value = JSON.parse(json) as unknown;
    return isAlone ? value : Object.hasOwn(value as object, name) ? (value as Record<string, unknown>)[name] : null;
  };
  const write = (json: string | null) => {
    const value = json === null ? null : valueIn(json);
    return value === null
      ? notation.none
      : typeof value === 'string'
        ? notation.text(value)
        : notation.json(JSON.stringify(value));
  };
  const isLasting = (json: string) => {
    const value = valueIn(json);
    return typeof value !== 'string' || notation.isLasting(value);
  };
  return byCode(column, write, isLasting);
}

/** All unknown fields of a row, as one object of JSON. */
function ofAllExtra(columns: SessionColumns, notation: Notation) {
  const fields = Array.from(columns.extra, ([name, column]) =>
    byCode(column, (json) => (json === null ? '' : `,${JSON.stringify(name)}:${json}`)),
  );
  const others = byCode(columns.manyExtra, (json) => (json === null ? '' : `,${json.slice(1, -1)}`));
  const none = notation.json('{}');
  return (row: number) => {
    let members = others(row);
    for (const field of fields) {
      members += field(row);
    }
    return members === '' ? none : notation.json(`{${members.slice(1)}}`);
  };
}

/** Writes each different text of a column once, as far as memory allows and `isLasting` does. */
function byCode(
  column: TextColumn,
  write: (text: string | null) => string,
  isLasting: (text: string) => boolean = () => true,
) {
  const known: (string | undefined)[] = [write(null)];
  return (row: number) => {
    const code = column.codes.get(row);
    const before = known[code];
    if (before !== undefined) {
      return before;
    }
    const text = column.textOf(code) ?? '';
    const written = write(text);
    if (column.texts.size <= mostRemembered && isLasting(text)) {
      known[code] = written;
    }
    return written;
  };
}

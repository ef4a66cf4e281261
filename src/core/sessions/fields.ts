import type { Session } from './session.ts';

/** A field of which the same texts come again and again: it is searched, grouped by, sorted by, and asked by name. */
export interface TextFieldRow {
  readonly name: string;
  readonly kind: 'text';
  /** What the server calls it, in either language. */
  readonly keys: readonly string[];
  /** What a query calls it, the name that it is printed with first. */
  readonly queryNames: readonly string[];
  /** Whether nothing is told from an empty text. */
  readonly isNullable: boolean;
  /** Whether it holds addresses, which can be asked for by their network. */
  readonly hasAddresses: boolean;
}

/** A field with a column of its own kind. */
export interface OtherFieldRow {
  readonly name: keyof Session;
  readonly kind: 'id' | 'hash' | 'start' | 'end' | 'duration' | 'flag';
  readonly keys: readonly [string];
}

export type FieldRow = TextFieldRow | OtherFieldRow;

function text<Name extends keyof Session>(
  name: Name,
  keys: readonly string[],
  queryNames: readonly string[],
  more: Partial<Pick<TextFieldRow, 'isNullable' | 'hasAddresses'>> = {},
) {
  return { name, kind: 'text', keys, queryNames, isNullable: false, hasAddresses: false, ...more } as const;
}

/**
 * Every field that this version knows. Columns, the reader of records and the names of queries follow from it; what
 * people call a field is in `host/sessionFields.ts`, and which of them the table shows in `shared/table.ts`.
 * `credencial` and `dispositivo` are the Portuguese keys of the vendor's page "List all remote sessions".
 */
export const fieldRows = [
  { name: 'id', kind: 'id', keys: ['id'] },
  { name: 'sessionId', kind: 'hash', keys: ['session_id'] },
  { name: 'start', kind: 'start', keys: ['start'] },
  { name: 'end', kind: 'end', keys: ['end'] },
  { name: 'durationSeconds', kind: 'duration', keys: ['time'] },
  { name: 'preventPurge', kind: 'flag', keys: ['prevent_purge'] },
  text('user', ['user'], ['user', 'usuario']),
  text('credential', ['credential', 'credencial'], ['credential', 'credencial']),
  text('device', ['device', 'dispositivo'], ['device', 'dispositivo'], { hasAddresses: true }),
  text('protocol', ['protocol'], ['protocol', 'protocolo']),
  text('proxy', ['proxy'], ['proxy']),
  text('originIp', ['origin_ip'], ['ip', 'origin_ip'], { hasAddresses: true }),
  text('itsm', ['ITSM'], ['itsm'], { isNullable: true }),
  text('request', ['request'], ['request'], { isNullable: true }),
] as const satisfies readonly FieldRow[];

type KnownRow = (typeof fieldRows)[number];

/** The fields of a session that hold a text. */
export type TextField = Extract<KnownRow, { readonly kind: 'text' }>['name'];

/** Rows of a table of fields by what they are asked for. */
export class FieldTable {
  readonly rows: readonly FieldRow[];
  readonly texts: readonly (TextFieldRow & { readonly name: TextField })[];
  readonly #byKey: ReadonlyMap<string, FieldRow>;

  constructor(rows: readonly FieldRow[]) {
    this.rows = rows;
    this.texts = rows.filter((row) => row.kind === 'text') as readonly (TextFieldRow & { readonly name: TextField })[];
    this.#byKey = new Map(rows.flatMap((row) => row.keys.map((key) => [key, row] as const)));
  }

  /** The field that the server calls by this key. */
  ofKey(key: string): FieldRow | undefined {
    return this.#byKey.get(key);
  }
}

export const sessionFields = new FieldTable(fieldRows);

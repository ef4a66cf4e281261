import type { Session } from './session.ts';

/** The column that the table page has for a field. */
export interface TableColumn {
  /** Columns come in the order of these numbers. */
  readonly place: number;
  /** How wide it is until a person makes it wider or narrower, in pixels. */
  readonly width: number;
}

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
  /** Without one, the table does not show it. */
  readonly table?: TableColumn | undefined;
}

/** A field with a column of its own kind. */
export interface OtherFieldRow {
  readonly name: keyof Session;
  readonly kind: 'id' | 'hash' | 'start' | 'end' | 'duration' | 'flag';
  readonly keys: readonly [string];
  readonly table?: TableColumn | undefined;
}

export type FieldRow = TextFieldRow | OtherFieldRow;

function text<Name extends keyof Session>(
  name: Name,
  keys: readonly string[],
  queryNames: readonly string[],
  more: Partial<Pick<TextFieldRow, 'isNullable' | 'hasAddresses' | 'table'>> = {},
) {
  return { name, kind: 'text', keys, queryNames, isNullable: false, hasAddresses: false, ...more } as const;
}

/**
 * Every field that this version knows, in the order in which a person reads them. Columns, the reader of records, the
 * names of queries, the detail view and the table follow from it; only what people call a field is elsewhere, in
 * `host/shownFields.ts`. `credencial` and `dispositivo` are the Portuguese keys of the vendor's page "List all remote
 * sessions".
 */
export const fieldRows = [
  { name: 'id', kind: 'id', keys: ['id'], table: { place: 9, width: 80 } },
  { name: 'sessionId', kind: 'hash', keys: ['session_id'], table: { place: 10, width: 120 } },
  text('user', ['user'], ['user', 'usuario'], { table: { place: 2, width: 110 } }),
  text('credential', ['credential', 'credencial'], ['credential', 'credencial'], { table: { place: 3, width: 110 } }),
  text('device', ['device', 'dispositivo'], ['device', 'dispositivo'], {
    hasAddresses: true,
    table: { place: 4, width: 150 },
  }),
  text('protocol', ['protocol'], ['protocol', 'protocolo'], { table: { place: 5, width: 100 } }),
  text('proxy', ['proxy'], ['proxy'], { table: { place: 7, width: 120 } }),
  text('originIp', ['origin_ip'], ['ip', 'origin_ip'], { hasAddresses: true, table: { place: 6, width: 120 } }),
  { name: 'start', kind: 'start', keys: ['start'], table: { place: 0, width: 160 } },
  { name: 'end', kind: 'end', keys: ['end'], table: { place: 8, width: 160 } },
  { name: 'durationSeconds', kind: 'duration', keys: ['time'], table: { place: 1, width: 100 } },
  { name: 'preventPurge', kind: 'flag', keys: ['prevent_purge'] },
  text('request', ['request'], ['request'], { isNullable: true }),
  text('itsm', ['ITSM'], ['itsm'], { isNullable: true }),
] as const satisfies readonly FieldRow[];

type KnownRow = (typeof fieldRows)[number];

/** A field that every session has. */
export type FieldName = KnownRow['name'];

/** The fields of a session that hold a text. */
export type TextField = Extract<KnownRow, { readonly kind: 'text' }>['name'];

/** Rows of a table of fields by what they are asked for. */
export class FieldTable {
  readonly rows: readonly FieldRow[];
  readonly texts: readonly (TextFieldRow & { readonly name: TextField })[];
  /** The fields that the table shows, from left to right. */
  readonly shownInTable: readonly (FieldRow & { readonly table: TableColumn })[];
  readonly #byKey: ReadonlyMap<string, FieldRow>;

  constructor(rows: readonly FieldRow[]) {
    this.rows = rows;
    this.texts = rows.filter((row) => row.kind === 'text') as readonly (TextFieldRow & { readonly name: TextField })[];
    this.shownInTable = rows
      .flatMap((row) => (row.table === undefined ? [] : [{ ...row, table: row.table }]))
      .sort((a, b) => a.table.place - b.table.place);
    this.#byKey = new Map(rows.flatMap((row) => row.keys.map((key) => [key, row] as const)));
  }

  /** The field that the server calls by this key. */
  ofKey(key: string): FieldRow | undefined {
    return this.#byKey.get(key);
  }
}

export const sessionFields = new FieldTable(fieldRows);

import { sessionFields, type FieldTable, type TextField } from '../fields.ts';
import type { Session, SessionColumn } from '../session.ts';
import type { CodeList } from './codeList.ts';
import type { Int32List } from './int32List.ts';
import { batchFields, batchRows, extraFieldsBeyond, firstText, type RowBatch } from './rowBatch.ts';
import { HashColumn } from './hashColumn.ts';
import { markDigits } from './markDigits.ts';
import { markTimes } from './markTimes.ts';
import { PackedColumn } from './packedColumn.ts';
import { digitsPacking } from './digitsPacking.ts';
import { timePacking } from './timePacking.ts';
import { TextColumn } from './textColumn.ts';

/** A server has a few more fields than this version knows; one that makes up names must not fill the memory. */
const mostExtraColumns = 16;

interface Texts {
  readonly name: TextField;
  readonly isNullable: boolean;
  readonly column: TextColumn;
}

/** The fields of many sessions, a column each; a row becomes a `Session` only when asked for. */
export class SessionColumns {
  readonly id = new PackedColumn(digitsPacking, markDigits);
  readonly sessionId = new HashColumn();
  readonly start = new PackedColumn(timePacking, markTimes);
  readonly end = new PackedColumn(timePacking, markTimes);
  readonly durationSeconds = new PackedColumn(digitsPacking, markDigits);
  readonly texts: Readonly<Record<TextField, TextColumn>>;
  readonly fields: FieldTable;
  readonly #texts: readonly Texts[];
  readonly #mostExtra: number;
  /** `true` or `false`. */
  readonly preventPurge = new TextColumn();
  /** A column of JSON for each field this version does not know; one of whole objects for those beyond a bound. */
  readonly extra = new Map<string, TextColumn>();
  readonly manyExtra = new TextColumn();

  constructor(fields: FieldTable = sessionFields) {
    this.fields = fields;
    this.#texts = fields.texts.map(({ name, isNullable, hasAddresses }) => ({
      name,
      isNullable,
      column: new TextColumn(hasAddresses),
    }));
    this.texts = Object.fromEntries(this.#texts.map(({ name, column }) => [name, column])) as typeof this.texts;
    this.#mostExtra = Math.min(mostExtraColumns, extraFieldsBeyond(fields.texts.length));
  }

  session(row: number): Session {
    const texts: Partial<Record<TextField, string | null>> = {};
    for (const { name, isNullable, column } of this.#texts) {
      texts[name] = column.text(row) ?? (isNullable ? null : '');
    }
    const end = this.end.text(row);
    const duration = this.durationSeconds.text(row);
    return {
      id: this.id.text(row) ?? '',
      sessionId: this.sessionId.text(row),
      ...(texts as Pick<Session, TextField>),
      start: this.start.text(row),
      end,
      live: end === null,
      durationSeconds: duration === null ? null : Number(duration),
      preventPurge: JSON.parse(this.preventPurge.text(row) ?? 'null') as boolean | null,
      extra: this.#extraOf(row),
    };
  }

  /** The column of a field of text; undefined for a field of another kind. */
  textColumn(name: TextField): TextColumn;
  textColumn(name: string): TextColumn | undefined;
  textColumn(name: string): TextColumn | undefined {
    return this.#texts.find((field) => field.name === name)?.column;
  }

  /** Whether a field of text tells nothing from an empty text. */
  isNullable(name: string): boolean {
    return this.#texts.some((field) => field.name === name && field.isNullable);
  }

  /** The text of one field; `''` where there is none. */
  text(row: number, field: SessionColumn): string {
    return (this.textColumn(field) ?? this[field as Exclude<SessionColumn, TextField>]).text(row) ?? '';
  }

  /** Writes the rows of a batch, `row` the first of them. */
  append(row: number, batch: RowBatch): void {
    const { codes, count } = batch;
    const set = (field: number, column: { readonly codes: CodeList | Int32List }) =>
      column.codes.setAll(row, codes, field * batchRows, count);
    set(batchFields.id, this.id);
    this.sessionId.setAll(row, count, codes, batchFields.sessionId * batchRows, batch.hashes);
    set(batchFields.start, this.start);
    set(batchFields.end, this.end);
    set(batchFields.duration, this.durationSeconds);
    set(batchFields.flag, this.preventPurge);
    let field = firstText;
    for (const { column } of this.#texts) {
      set(field++, column);
    }
    for (const column of this.extra.values()) {
      if ((batch.fields & (1 << field)) !== 0) {
        set(field, column);
      }
      field++;
    }
  }

  /** Writes all fields of a row; `live` follows from `end`. */
  write(row: number, session: Session): void {
    this.id.setText(row, session.id);
    this.sessionId.setText(row, session.sessionId);
    this.start.setText(row, session.start);
    this.end.setText(row, session.end);
    this.durationSeconds.setText(row, session.durationSeconds === null ? null : String(session.durationSeconds));
    for (const { name, isNullable, column } of this.#texts) {
      const text = session[name];
      column.setText(row, text === '' && !isNullable ? null : text);
    }
    this.preventPurge.setText(row, session.preventPurge === null ? null : String(session.preventPurge));
    this.#writeExtra(row, session.extra);
  }

  #writeExtra(row: number, extra: Session['extra']): void {
    const many: [string, unknown][] = [];
    for (const [name, value] of Object.entries(extra)) {
      if (!this.extra.has(name) && this.extra.size < this.#mostExtra) {
        this.extra.set(name, new TextColumn());
      }
      if (!this.extra.has(name)) {
        many.push([name, value]);
      }
    }
    for (const [name, column] of this.extra) {
      column.setText(row, Object.hasOwn(extra, name) ? JSON.stringify(extra[name]) : null);
    }
    this.manyExtra.setText(row, many.length === 0 ? null : JSON.stringify(Object.fromEntries(many)));
  }

  #extraOf(row: number): Session['extra'] {
    const fields: [string, unknown][] = Object.entries(JSON.parse(this.manyExtra.text(row) ?? '{}') as object);
    for (const [name, column] of this.extra) {
      const json = column.text(row);
      if (json !== null) {
        fields.push([name, JSON.parse(json)]);
      }
    }
    return Object.fromEntries(fields);
  }
}

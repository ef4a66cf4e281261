import type { Session, SessionColumn } from '../session.ts';
import type { CodeList } from './codeList.ts';
import type { Int32List } from './int32List.ts';
import { batchRows, type RowBatch } from './rowBatch.ts';
import { HashColumn } from './hashColumn.ts';
import { markDigits } from './markDigits.ts';
import { markTimes } from './markTimes.ts';
import { PackedColumn } from './packedColumn.ts';
import { digitsPacking } from './digitsPacking.ts';
import { timePacking } from './timePacking.ts';
import { TextColumn } from './textColumn.ts';

/** The fields of which the same few texts come again and again; `null` is told from `''` in the last two. */
export const textFields = [
  'user',
  'originIp',
  'credential',
  'device',
  'protocol',
  'proxy',
  'request',
  'itsm',
] as const satisfies readonly (keyof Session)[];

export type TextField = (typeof textFields)[number];

export function isTextField(name: string): name is TextField {
  return textFields.some((field) => field === name);
}

/** A server has a few more fields than this version knows; one that makes up names must not fill the memory. */
const mostExtraColumns = 16;

/** The fields of many sessions, a column each; a row becomes a `Session` only when asked for. */
export class SessionColumns {
  readonly id = new PackedColumn(digitsPacking, markDigits);
  readonly sessionId = new HashColumn();
  readonly start = new PackedColumn(timePacking, markTimes);
  readonly end = new PackedColumn(timePacking, markTimes);
  readonly durationSeconds = new PackedColumn(digitsPacking, markDigits);
  readonly texts: Readonly<Record<TextField, TextColumn>> = {
    user: new TextColumn(),
    originIp: new TextColumn(),
    credential: new TextColumn(),
    device: new TextColumn(),
    protocol: new TextColumn(),
    proxy: new TextColumn(),
    request: new TextColumn(),
    itsm: new TextColumn(),
  };
  readonly #textColumns = textFields.map((field) => this.texts[field]);
  /** `true` or `false`. */
  readonly preventPurge = new TextColumn();
  /** A column of JSON for each field this version does not know; one of whole objects for those beyond a bound. */
  readonly extra = new Map<string, TextColumn>();
  readonly manyExtra = new TextColumn();

  session(row: number): Session {
    const text = (field: TextField) => this.texts[field].text(row) ?? '';
    const end = this.end.text(row);
    const duration = this.durationSeconds.text(row);
    return {
      id: this.id.text(row) ?? '',
      sessionId: this.sessionId.text(row),
      user: text('user'),
      originIp: text('originIp'),
      credential: text('credential'),
      device: text('device'),
      protocol: text('protocol'),
      proxy: text('proxy'),
      start: this.start.text(row),
      end,
      live: end === null,
      durationSeconds: duration === null ? null : Number(duration),
      preventPurge: JSON.parse(this.preventPurge.text(row) ?? 'null') as boolean | null,
      request: this.texts.request.text(row),
      itsm: this.texts.itsm.text(row),
      extra: this.#extraOf(row),
    };
  }

  /** The text of one field; `''` where there is none. */
  text(row: number, field: SessionColumn): string {
    const column = isTextField(field) ? this.texts[field] : this[field];
    return column.text(row) ?? '';
  }

  /** Writes the rows of a batch, `row` the first of them. The order of its fields: texts, then as they stand here. */
  append(row: number, batch: RowBatch): void {
    const { codes, count } = batch;
    const set = (field: number, column: { readonly codes: CodeList | Int32List }) =>
      column.codes.setAll(row, codes, field * batchRows, count);
    this.#textColumns.forEach((column, field) => set(field, column));
    const first = textFields.length;
    set(first, this.id);
    this.sessionId.setAll(row, count, codes, (first + 1) * batchRows, batch.hashes);
    set(first + 2, this.start);
    set(first + 3, this.end);
    set(first + 4, this.durationSeconds);
    set(first + 5, this.preventPurge);
    let field = first + 6;
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
    for (const field of textFields) {
      const text = session[field];
      const isNullable = field === 'request' || field === 'itsm';
      this.texts[field].setText(row, text === '' && !isNullable ? null : text);
    }
    this.preventPurge.setText(row, session.preventPurge === null ? null : String(session.preventPurge));
    this.#writeExtra(row, session.extra);
  }

  #writeExtra(row: number, extra: Session['extra']): void {
    const many: [string, unknown][] = [];
    for (const [name, value] of Object.entries(extra)) {
      if (!this.extra.has(name) && this.extra.size < mostExtraColumns) {
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

import { hashOf } from '../sessions/columns/dictionary.ts';
import { hashBytes } from '../sessions/columns/hashColumn.ts';
import { epoch, packedDigits, packedDuration, packedTime, timeLength } from '../sessions/columns/packings.ts';
import { textFields, type SessionColumns } from '../sessions/columns/sessionColumns.ts';
import type { TextColumn } from '../sessions/columns/textColumn.ts';
import type { SessionIndexBuilder } from '../sessions/listBuilder.ts';
import { secondsOf } from '../sessions/time.ts';
import { JsonToken } from './jsonToken.ts';
import { textKeys } from './record.ts';
import { durationOf, latestEnd, longestTime, timeText } from './recordTimes.ts';
import { flagText, normalised, unescaped } from './spellings.ts';

const quote = 0x22;

/** The fields of a record by number: the texts come first, extra fields last. */
const [idField, sessionIdField, startField, endField, timeField, flagField, firstExtra] = [8, 9, 10, 11, 12, 13, 14];

const requestField = textFields.indexOf('request');

/** The number of each of the server's names. */
export const fieldOfKey: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    Object.entries(textKeys).map(([key, field]) => [
      key,
      field === 'sessionId' ? sessionIdField : textFields.indexOf(field),
    ]),
  ),
  id: idField,
  start: startField,
  end: endField,
  time: timeField,
  prevent_purge: flagField,
  request: requestField,
  ITSM: textFields.indexOf('itsm'),
};

/** Writes the values of one record after the other into the columns of a list, by the number of their field. */
export class RowWriter {
  readonly #builder: SessionIndexBuilder;
  readonly #columns: SessionColumns;
  readonly #texts: readonly TextColumn[];
  readonly #value = new JsonToken();
  #extra: readonly TextColumn[] = [];
  /** A bit for each field there is. */
  #all = (1 << firstExtra) - 1;
  /** The seconds that the record itself gives as its duration. */
  #said = -1;
  readonly #latestEnd: number;
  /** The same as the columns of times keep it. */
  readonly #latestCode: number;

  /** `now` is in milliseconds since 1970. */
  constructor(builder: SessionIndexBuilder, now: number) {
    this.#builder = builder;
    this.#latestEnd = latestEnd(now);
    this.#latestCode = this.#latestEnd - epoch + 1;
    this.#columns = builder.columns;
    this.#texts = textFields.map((field) => builder.columns.texts[field]);
  }

  /** The names of extra fields that have got a column since this was asked last, and their numbers. */
  newFields(): readonly (readonly [string, number])[] {
    const known = this.#extra.length;
    if (known === this.#columns.extra.size) {
      return [];
    }
    this.#extra = [...this.#columns.extra.values()];
    this.#all = (1 << (firstExtra + this.#extra.length)) - 1;
    return [...this.#columns.extra.keys()].map((name, at) => [name, firstExtra + at] as const).slice(known);
  }

  begin(): void {
    this.#said = -1;
  }

  /** Reads and writes the value at a position; the position behind it, or -1 when it needs more thought. */
  read(bytes: Buffer, at: number, field: number): number {
    const end = this.#readPacked(bytes, at, field);
    if (end >= 0) {
      return end;
    }
    const behind = this.#value.read(bytes, at);
    return behind >= 0 && this.#set(bytes, field) ? behind : -1;
  }

  /** The values of a known length, which need not be looked at twice. */
  #readPacked(bytes: Buffer, at: number, field: number): number {
    if (field < sessionIdField || field > endField || bytes[at] !== quote) {
      return -1;
    }
    if (field === sessionIdField) {
      const end = at + 1 + hashBytes * 2;
      return bytes[end] === quote && this.#columns.sessionId.setHash(this.#builder.row, bytes, at + 1) ? end + 1 : -1;
    }
    const end = at + 1 + timeLength;
    const packed = bytes[end] === quote ? packedTime(bytes, at + 1) : -1;
    if (packed < 0) {
      return -1;
    }
    (field === startField ? this.#columns.start : this.#columns.end).setPacked(this.#builder.row, packed);
    return end + 1;
  }

  #set(bytes: Buffer, field: number): boolean {
    const value = this.#value;
    const { from, to, isNull } = value;
    const row = this.#builder.row;
    if (field >= firstExtra) {
      return this.#setExtra(bytes, field - firstExtra);
    }
    if (isNull) {
      this.#clear(field);
      return field !== idField;
    }
    switch (field) {
      case idField: {
        const packed = packedDigits(bytes, from, to);
        this.#columns.id.setPacked(row, packed);
        return packed >= 0;
      }
      case sessionIdField:
        if (!value.isUnusual) {
          this.#columns.sessionId.setBytes(row, bytes, from, to);
        }
        return !value.isUnusual;
      case startField:
      case endField:
        return this.#setTime(bytes, field === startField ? this.#columns.start : this.#columns.end);
      case timeField:
        this.#said = packedDuration(bytes, from, to);
        return this.#said >= 0 || from === to;
      case flagField:
        return this.#columns.preventPurge.setSpelling(row, bytes, from, to, value.hash, flagText);
      default:
        return this.#setText(bytes, field);
    }
  }

  #setText(bytes: Buffer, field: number): boolean {
    const { from, to, hash, isEscaped } = this.#value;
    const column = this.#texts[field];
    const row = this.#builder.row;
    if (column === undefined) {
      return false;
    }
    if (from === to && field < requestField) {
      column.setText(row, null);
      return true;
    }
    return isEscaped
      ? column.setSpelling(row, bytes, from, to, hash, unescaped)
      : column.setBytes(row, bytes, from, to, hash);
  }

  /** One that is not written as usual. */
  #setTime(bytes: Buffer, column: SessionColumns['start']): boolean {
    const { from, to, isText, isUnusual } = this.#value;
    if (!isUnusual) {
      const text = bytes.toString('latin1', from, to);
      column.setText(this.#builder.row, timeText(isText ? text : JSON.parse(text)) ?? null);
    }
    return !isUnusual;
  }

  /** Kept as JSON, quotes included. */
  #setExtra(bytes: Buffer, at: number): boolean {
    const { from, to, isText, isEscaped } = this.#value;
    const [first, last] = isText ? [from - 1, to + 1] : [from, to];
    const hash = hashOf(bytes, first, last);
    const column = this.#extra[at];
    const row = this.#builder.row;
    return (
      (isEscaped
        ? column?.setSpelling(row, bytes, first, last, hash, normalised)
        : column?.setBytes(row, bytes, first, last, hash)) === true
    );
  }

  /**
   * Ends the record of which these fields (bits) were set. False, and no row, when it lacks its id, or its duration
   * needs more thought.
   */
  end(seen: number): boolean {
    const row = this.#builder.row;
    if ((seen & (1 << idField)) === 0) {
      return false;
    }
    for (let missing = this.#all & ~seen; missing !== 0; missing &= missing - 1) {
      this.#clear(31 - Math.clz32(missing & -missing));
    }
    this.#columns.manyExtra.setText(row, null);
    if (!this.#setDuration(row)) {
      return false;
    }
    this.#builder.commit();
    return true;
  }

  /** False where the duration is another one than the record says. */
  #setDuration(row: number): boolean {
    const { start, end, durationSeconds } = this.#columns;
    const [began, ended, said] = [start.codes.get(row), end.codes.get(row), this.#said];
    if (ended === 0) {
      durationSeconds.clear(row);
      return true;
    }
    if (began > 0 && said >= 0 && said < longestTime && began + said <= this.#latestCode) {
      durationSeconds.setPacked(row, said);
      return true;
    }
    const [from, to] = [secondsIn(start, row), secondsIn(end, row)];
    const seconds = durationOf(said < 0 ? undefined : said, from, to, this.#latestEnd);
    durationSeconds.setText(row, seconds === null ? null : String(seconds));
    return said < 0 || seconds === said;
  }

  #clear(field: number): void {
    const row = this.#builder.row;
    const columns = this.#columns;
    switch (field) {
      case idField:
        columns.id.clear(row);
        break;
      case sessionIdField:
        columns.sessionId.setText(row, '');
        break;
      case startField:
        columns.start.clear(row);
        break;
      case endField:
        columns.end.clear(row);
        break;
      case timeField:
        break;
      case flagField:
        columns.preventPurge.setText(row, null);
        break;
      default:
        (this.#texts[field] ?? this.#extra[field - firstExtra])?.setText(row, null);
    }
  }
}

function secondsIn(column: SessionColumns['start'], row: number): number | undefined {
  const code = column.codes.get(row);
  return code > 0 ? code - 1 + epoch : secondsOf(column.text(row) ?? '');
}

import { hashOf } from '../../sessions/columns/dictionary.ts';
import { hashBytes } from '../../sessions/columns/packedHash.ts';
import type { PackedColumn } from '../../sessions/columns/packedColumn.ts';
import { epoch, packedTime, timeLength } from '../../sessions/columns/timePacking.ts';
import { packedDigits } from '../../sessions/columns/digitsPacking.ts';
import { packedDuration } from '../../sessions/columns/packedDuration.ts';
import { batchFields, batchRows, firstText, type RowBatch } from '../../sessions/columns/rowBatch.ts';
import type { SessionColumns } from '../../sessions/columns/sessionColumns.ts';
import type { TextColumn } from '../../sessions/columns/textColumn.ts';
import type { SessionIndexBuilder } from '../../sessions/index/sessionIndexBuilder.ts';
import type { FieldTable } from '../../sessions/fields.ts';
import { secondsOf } from '../../sessions/time.ts';
import { JsonToken } from './jsonToken.ts';
import { sessionDuration, latestEnd, longestTime } from './sessionDuration.ts';
import { serverTimeText } from './serverTimeText.ts';
import { flagText } from './flagText.ts';
import { normalised, unescaped } from './unescaped.ts';

/** The numbers of the fields with a kind of their own. */
export const {
  id: idField,
  sessionId: sessionIdField,
  start: startField,
  end: endField,
  duration: timeField,
} = batchFields;
const flagField = batchFields.flag;
const fieldOfKind = {
  id: idField,
  hash: sessionIdField,
  start: startField,
  end: endField,
  duration: timeField,
  flag: flagField,
};

/** The number of each of the server's names. */
function numbersOf(fields: FieldTable): ReadonlyMap<string, number> {
  const texts = fields.texts.flatMap(({ keys }, at) => keys.map((key) => [key, firstText + at] as const));
  const others = fields.rows.flatMap((row) =>
    row.kind === 'text' ? [] : [[row.keys[0], fieldOfKind[row.kind]] as const],
  );
  return new Map([...texts, ...others]);
}

/** Turns the values of one record after the other into the codes that the columns of a list keep. */
export class RowWriter {
  /** The number of each of the server's names that this version knows. */
  readonly fieldOfKey: ReadonlyMap<string, number>;
  /** The number of the first field that this version does not know. */
  readonly firstExtra: number;
  readonly #columns: SessionColumns;
  readonly #batch: RowBatch;
  readonly #texts: readonly TextColumn[];
  /** Whether an empty text is kept as one. */
  readonly #keepsEmpty: readonly boolean[];
  /** The bits of the fields that this version knows. */
  readonly #knownFields: number;
  readonly #value = new JsonToken();
  #extra: readonly TextColumn[] = [];
  readonly #latestEnd: number;
  /** The same moment in the form in which the columns of times keep it. */
  readonly #latestCode: number;

  /** `now` is in milliseconds since 1970. */
  constructor({ columns, batch }: SessionIndexBuilder, now: number) {
    this.#latestEnd = latestEnd(now);
    this.#latestCode = this.#latestEnd - epoch + 1;
    this.#columns = columns;
    this.#batch = batch;
    const { texts } = columns.fields;
    this.fieldOfKey = numbersOf(columns.fields);
    this.firstExtra = firstText + texts.length;
    this.#knownFields = (1 << this.firstExtra) - 1;
    this.#texts = texts.map(({ name }) => columns.texts[name]);
    this.#keepsEmpty = texts.map(({ isNullable }) => isNullable);
  }

  /** The names of extra fields that have got a column since the last call, with their numbers. */
  newFields(): readonly (readonly [string, number])[] {
    const known = this.#extra.length;
    if (known === this.#columns.extra.size) {
      return [];
    }
    this.#extra = [...this.#columns.extra.values()];
    return [...this.#columns.extra.keys()].map((name, at) => [name, this.firstExtra + at] as const).slice(known);
  }

  /**
   * Reads the value at a position and keeps its code. Returns the position behind it, or -1 if the record must be read
   * another way.
   */
  read(bytes: Buffer, at: number, field: number, row: number): number {
    const behind = this.#value.read(bytes, at);
    const code = behind < 0 ? undefined : this.#codeOf(bytes, field, row);
    if (code === undefined) {
      return -1;
    }
    this.#batch.codes[field * batchRows + row] = code;
    return behind;
  }

  /** The code of the value; undefined if it has none. */
  #codeOf(bytes: Buffer, field: number, row: number): number | undefined {
    const { from, to, isNull, isUnusual } = this.#value;
    if (field >= this.firstExtra) {
      return this.#codeOfExtra(bytes, field - this.firstExtra);
    }
    if (field === timeField) {
      const said = isNull || from === to ? -1 : packedDuration(bytes, from, to);
      return said >= 0 || isNull || from === to ? said + 1 : undefined;
    }
    if (isNull) {
      return field === idField ? undefined : field === sessionIdField ? this.#columns.sessionId.codeOf('') : 0;
    }
    switch (field) {
      case idField: {
        const packed = packedDigits(bytes, from, to);
        return packed < 0 ? undefined : packed + 1;
      }
      case sessionIdField:
        return isUnusual
          ? undefined
          : this.#columns.sessionId.codeOfBytes(bytes, from, to, this.#batch.hashes, row * hashBytes);
      case startField:
      case endField:
        return isUnusual ? undefined : this.#codeOfTime(bytes, this.#columns[field === startField ? 'start' : 'end']);
      default:
        return this.#codeOfText(bytes, field);
    }
  }

  #codeOfText(bytes: Buffer, field: number): number | undefined {
    const { from, to, hash, isEscaped } = this.#value;
    if (field === flagField) {
      return this.#columns.preventPurge.codeOfSpelling(bytes, from, to, hash, flagText);
    }
    if (from === to && this.#keepsEmpty[field - firstText] === false) {
      return 0;
    }
    const column = this.#texts[field - firstText];
    return isEscaped
      ? column?.codeOfSpelling(bytes, from, to, hash, unescaped)
      : column?.codeOfBytes(bytes, from, to, hash);
  }

  #codeOfTime(bytes: Buffer, column: PackedColumn): number {
    const { from, to, isText } = this.#value;
    const packed = to - from === timeLength ? packedTime(bytes, from) : -1;
    if (packed >= 0) {
      return packed + 1;
    }
    const text = bytes.toString('latin1', from, to);
    return column.codeOf(serverTimeText(isText ? text : JSON.parse(text)) ?? null);
  }

  /** Extra fields are kept as JSON, including quotes. */
  #codeOfExtra(bytes: Buffer, at: number): number | undefined {
    const { from, to, isText, isEscaped } = this.#value;
    const [first, last] = isText ? [from - 1, to + 1] : [from, to];
    const hash = hashOf(bytes, first, last);
    const column = this.#extra[at];
    return isEscaped
      ? column?.codeOfSpelling(bytes, first, last, hash, normalised)
      : column?.codeOfBytes(bytes, first, last, hash);
  }

  /**
   * Ends the record of which these fields (one bit each) were read. Returns false and adds no row if it has no id, or
   * if its duration cannot be told simply.
   */
  end(row: number, seen: number): boolean {
    const { codes, fields } = this.#batch;
    if ((seen & (1 << idField)) === 0) {
      return false;
    }
    for (let missing = (this.#knownFields | fields) & ~seen; missing !== 0; missing &= missing - 1) {
      const field = 31 - Math.clz32(missing & -missing);
      codes[field * batchRows + row] = field === sessionIdField ? this.#columns.sessionId.codeOf('') : 0;
    }
    const began = codes[startField * batchRows + row] ?? 0;
    const ended = codes[endField * batchRows + row] ?? 0;
    const said = (codes[timeField * batchRows + row] ?? 0) - 1;
    if (ended !== 0 && began > 0 && said >= 0 && said < longestTime && began + said <= this.#latestCode) {
      return true;
    }
    const seconds = ended === 0 ? null : this.#durationOf(said, began, ended);
    codes[timeField * batchRows + row] = this.#columns.durationSeconds.codeOf(
      seconds === null ? null : String(seconds),
    );
    return ended === 0 || said < 0 || seconds === said;
  }

  #durationOf(said: number, began: number, ended: number): number | null {
    const { start, end } = this.#columns;
    return sessionDuration(
      said < 0 ? undefined : said,
      secondsIn(start, began),
      secondsIn(end, ended),
      this.#latestEnd,
    );
  }
}

function secondsIn(column: PackedColumn, code: number): number | undefined {
  return code > 0 ? code - 1 + epoch : secondsOf(column.textOf(code) ?? '');
}

import type { WrittenField } from '../../sessions/columns/writing.ts';
import type { Rows, SessionIndex } from '../../sessions/index/sessionIndex.ts';
import { CsvNotation } from './csvNotation.ts';
import type { Format } from './format.ts';
import { JsonNotation } from './jsonNotation.ts';

export interface ExportOptions {
  readonly format: Format;
  /** The columns to write, in this order; at least one. */
  readonly columns: readonly WrittenField[];
  /** Whether CSV begins with the byte order mark by which some spreadsheets know UTF-8. */
  readonly hasMark?: boolean;
}

/** A piece of the text of an export, and how many more rows it has brought. */
export interface Piece {
  readonly text: string;
  readonly rows: number;
}

/** An export that is written piece by piece. It ends with the number of cells that were defused. */
export type WrittenRows = Generator<Piece, number, undefined>;

/** So many rows take about half a millisecond. */
const rowsOfPiece = 256;

/** The text of an export of some rows of a list, in their order. */
export function writtenRows(index: SessionIndex, rows: Rows, options: ExportOptions): WrittenRows {
  return options.format === 'csv' ? csv(index, rows, options) : json(index, rows, options);
}

function* csv(index: SessionIndex, rows: Rows, { columns, hasMark = false }: ExportOptions): WrittenRows {
  const head = columns.map((column, at) => new CsvNotation(at === 0).text(column)).join('');
  yield { text: `${hasMark ? '\ufeff' : ''}${head}\r\n`, rows: 0 };
  const notations = columns.map((_, at) => new CsvNotation(at === 0));
  const writers = columns.map((column, at) => index.writing(column, notations[at] ?? new CsvNotation(false)));
  const [only, ...others] = writers;
  // An empty line would be no row at all to most programs.
  const lone = only !== undefined && others.length === 0 ? (row: number) => only(row) || '""' : undefined;
  yield* pieces(rows, lone === undefined ? writers : [lone], '\r\n');
  return notations.reduce((total, { defused }) => total + defused, 0);
}

function* json(index: SessionIndex, rows: Rows, { format, columns }: ExportOptions): WrittenRows {
  const writers = columns.map((column, at) => index.writing(column, new JsonNotation(column, at === 0)));
  if (format === 'ndjson') {
    yield* pieces(rows, writers, '}\n');
    return 0;
  }
  yield { text: rows.length === 0 ? '[' : '[\n', rows: 0 };
  yield* pieces(rows.subarray(0, -1), writers, '},\n');
  yield* pieces(rows.subarray(-1), writers, '}\n');
  yield { text: ']\n', rows: 0 };
  return 0;
}

function* pieces(
  rows: Rows,
  writers: readonly ((row: number) => string)[],
  end: string,
): Generator<Piece, void, undefined> {
  for (let begin = 0; begin < rows.length; begin += rowsOfPiece) {
    const some = rows.subarray(begin, begin + rowsOfPiece);
    let text = '';
    for (const row of some) {
      for (const write of writers) {
        text += write(row);
      }
      text += end;
    }
    yield { text, rows: some.length };
  }
}

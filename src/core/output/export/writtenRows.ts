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

/** What was not written as it is. */
export interface ChangedCells {
  /** How many cells got an apostrophe, so that no spreadsheet takes them for formulas. */
  readonly defused: number;
  /** How many cells, names of columns among them, had half of a surrogate pair and have U+FFFD in its place. */
  readonly broken: number;
}

/** An export that is written piece by piece. It ends with what was not written as it is. */
export type WrittenRows = Generator<Piece, ChangedCells, undefined>;

/** JSON escapes whatever it could not hold otherwise. */
const asTheyAre: ChangedCells = { defused: 0, broken: 0 };

/** So many rows take about half a millisecond. */
const rowsOfPiece = 256;

/** The text of an export of some rows of a list, in their order. */
export function writtenRows(index: SessionIndex, rows: Rows, options: ExportOptions): WrittenRows {
  return options.format === 'csv' ? csv(index, rows, options) : json(index, rows, options);
}

function* csv(index: SessionIndex, rows: Rows, { columns, hasMark = false }: ExportOptions): WrittenRows {
  const head = columns.map((_, at) => new CsvNotation(at === 0));
  const names = columns.map((column, at) => head[at]?.text(column)).join('');
  yield { text: `${hasMark ? '\ufeff' : ''}${names}\r\n`, rows: 0 };
  const notations = columns.map((_, at) => new CsvNotation(at === 0));
  const writers = columns.map((column, at) => index.writing(column, notations[at] ?? new CsvNotation(false)));
  const [only, ...others] = writers;
  // An empty line would be no row at all to most programs.
  const lone = only !== undefined && others.length === 0 ? (row: number) => only(row) || '""' : undefined;
  yield* pieces(rows, lone === undefined ? writers : [lone], '\r\n');
  return {
    defused: notations.reduce((total, { defused }) => total + defused, 0),
    broken: [...head, ...notations].reduce((total, { broken }) => total + broken, 0),
  };
}

function* json(index: SessionIndex, rows: Rows, { format, columns }: ExportOptions): WrittenRows {
  const writers = columns.map((column, at) => index.writing(column, new JsonNotation(column, at === 0)));
  if (format === 'ndjson') {
    yield* pieces(rows, writers, '}\n');
    return asTheyAre;
  }
  yield { text: rows.length === 0 ? '[' : '[\n', rows: 0 };
  yield* pieces(rows.subarray(0, -1), writers, '},\n');
  yield* pieces(rows.subarray(-1), writers, '}\n');
  yield { text: ']\n', rows: 0 };
  return asTheyAre;
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

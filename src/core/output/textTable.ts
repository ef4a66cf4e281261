import type { Work } from '../async/work.ts';

/** How the lines of a table are written. */
export interface TableStyle {
  line(cells: readonly string[]): string;
  /** What stands under the names of the columns. */
  rule(columns: number): readonly string[];
}

/** A table of Markdown. Its cells must be fit for one. */
export const markdownStyle: TableStyle = {
  line: (cells) => `| ${cells.join(' | ')} |`,
  rule: (columns) => [`| ${Array<string>(columns).fill('---').join(' | ')} |`],
};

/** Cells with tabs between them, as a spreadsheet takes them. */
export const tabStyle: TableStyle = { line: (cells) => cells.join('\t'), rule: () => [] };

export interface TextColumn<Item> {
  readonly label: string;
  readonly text: (item: Item) => string;
}

/** A table of those columns in which any item has something. */
export function* textTable<Item>(
  items: readonly Item[],
  columns: readonly TextColumn<Item>[],
  style: TableStyle,
): Work<string> {
  const rows: (readonly string[])[] = [];
  for (const item of items) {
    rows.push(columns.map(({ text }) => text(item)));
    if (rows.length % 16 === 0) {
      yield;
    }
  }
  const filled = columns.map((_, at) => rows.some((row) => row[at] !== ''));
  const shown = <Value>(values: readonly Value[]) => values.filter((_, at) => filled[at] === true);
  const labels = shown(columns.map(({ label }) => label));
  return [style.line(labels), ...style.rule(labels.length), ...rows.map((row) => style.line(shown(row)))].join('\n');
}

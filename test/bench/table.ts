import type { Figure, Measured } from './figures.ts';

/** A table in Markdown, which a terminal shows well enough. */
export function table(figures: readonly Figure[]): string {
  const head = ['figure', 'ours', 'against', '', 'ours to it', 'aim', ''];
  const rows = figures.map((figure) => [
    figure.name,
    amount(figure.ours, figure.unit),
    figure.against ?? '',
    figure.other === undefined ? '' : amount(figure.other, figure.unit),
    figure.compared === 'itself' ? '' : comparison(figure),
    figure.aim === undefined ? '' : `≤ ${limit(figure.aim, figure)}`,
    figure.aim === undefined ? '' : figure.met === true ? 'met' : `missed by ${excess(figure, figure.aim)}`,
  ]);
  return markdown([head, ...rows]);
}

/** Ours as a ratio to the others, one column a list, with nothing that depends on how fast the machine is. */
export function overview(measured: readonly Measured[], inHost: readonly Figure[]): string {
  const largest = measured.findLast(({ encoding }) => encoding === 'uncompressed');
  const columns = measured.map((list) => ({
    head: list.sessions.toLocaleString('en') + (list.encoding === 'gzip' ? ' gzip' : ''),
    cells: new Map([...list.figures, ...(list === largest ? inHost : [])].filter(isSteady).map(overviewCell)),
  }));
  const names = [...new Set(columns.flatMap(({ cells }) => [...cells.keys()]))];
  const rows = names.map((name) => [name, ...columns.map(({ cells }) => cells.get(name) ?? '')]);
  return markdown([['ours ÷ plain', ...columns.map(({ head }) => head)], ...rows]);
}

function isSteady({ compared, unit }: Figure): boolean {
  return compared === 'ratio' || unit === 'bytes/row';
}

function overviewCell(figure: Figure): readonly [string, string] {
  const { name, against, compared, ours, unit } = figure;
  const isPlain = against === 'plain' || against === undefined;
  return [isPlain ? name : `${name} ÷ ${against}`, compared === 'itself' ? amount(ours, unit) : comparison(figure)];
}

function comparison({ compared, value, unit }: Figure): string {
  return compared === 'difference' ? `${value < 0 ? '−' : '+'}${amount(Math.abs(value), unit)}` : `×${short(value)}`;
}

/** By how much of the aim a figure is above it. */
function excess({ value }: Figure, aim: number): string {
  return `${Math.ceil((value / aim - 1) * 100)} %`;
}

function limit(aim: number, { compared, unit }: Figure): string {
  return compared === 'ratio' ? `×${aim}` : amount(aim, unit);
}

function amount(value: number, unit: Figure['unit']): string {
  switch (unit) {
    case 'ms':
      return `${value < 0.1 ? value.toPrecision(2) : value.toFixed(value < 10 ? 1 : 0)} ms`;
    case 'bytes':
      return `${(value / 1e6).toFixed(value < 1e7 ? 1 : 0)} MB`;
    case 'bytes/row':
      return `${value.toFixed(0)} B`;
  }
}

/** Two digits that count, never in powers of ten. */
function short(value: number): string {
  return String(Number(value.toPrecision(2)));
}

function markdown([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, at) => Math.max(3, ...[head, ...rows].map((cells) => cells[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, at) => (cells[at] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

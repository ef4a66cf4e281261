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
    figure.met === undefined ? '' : figure.met ? 'met' : 'missed',
  ]);
  return markdown([head, ...rows]);
}

/** Ours as a ratio to plain, one column a list, with nothing that depends on the machine's speed. */
export function overview(measured: readonly Measured[], inHost: readonly Figure[]): string {
  const isRatio = ({ against, compared }: Figure) => against === 'plain' && compared === 'ratio';
  const heads = measured.map(
    ({ sessions, encoding }) => sessions.toLocaleString('en') + (encoding === 'gzip' ? ' gzip' : ''),
  );
  const names = measured[0]?.figures.filter(isRatio).map(({ name }) => name) ?? [];
  const ratios = names.map((name) => [
    name,
    ...measured.map(({ figures }) => {
      const figure = figures.find((candidate) => candidate.name === name && isRatio(candidate));
      return figure === undefined ? '' : comparison(figure);
    }),
  ]);
  const stall = inHost.find(isRatio);
  const largest = measured.findLast(({ encoding }) => encoding === 'uncompressed');
  const hostRow = [
    'longest stall in the extension host',
    ...measured.map((list) => (list === largest && stall !== undefined ? comparison(stall) : '')),
  ];
  return markdown([['ours ÷ plain', ...heads], ...ratios, ...(stall === undefined ? [] : [hostRow])]);
}

function comparison({ compared, value, unit }: Figure): string {
  return compared === 'difference' ? `${value < 0 ? '−' : '+'}${amount(Math.abs(value), unit)}` : `×${short(value)}`;
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

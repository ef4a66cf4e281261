import type { Encoding } from './data.ts';
import type { HostSummary } from './inHost.ts';
import { needles } from './questions.ts';
import { median } from './median.ts';
import type { Summaries } from './rounds.ts';
import type { WayName } from './ways/ways.ts';

/** One line of the table: how ours stands to another way, and to the aim. */
export interface Figure {
  readonly name: string;
  readonly unit: 'ms' | 'bytes' | 'bytes/row';
  readonly ours: number;
  /** What it is compared with; undefined where the figure stands for itself. */
  readonly against: WayName | 'smaller list' | undefined;
  readonly other: number | undefined;
  readonly compared: 'ratio' | 'difference' | 'itself';
  /** The ratio or difference of the two, or ours itself. */
  readonly value: number;
  /** The most that the value is to be; undefined where there is no aim. */
  readonly aim: number | undefined;
  readonly met: boolean | undefined;
}

/** One list in one encoding, measured. */
export interface Measured {
  readonly sessions: number;
  readonly encoding: Encoding;
  readonly rounds: number;
  readonly ways: Summaries;
  readonly figures: readonly Figure[];
}

type Given = Pick<Figure, 'name' | 'unit' | 'ours' | 'against' | 'other'>;

/** The size the aims are for. */
const aimedAt = 1_000_000;

export function figuresOf(sessions: number, { ours, plain, dropped, scanned }: Summaries): readonly Figure[] {
  const isAimedAt = sessions === aimedAt;
  const ratio = (name: string, unit: Figure['unit'], a: number, b: number, aim?: number) =>
    judged({ name, unit, ours: a, against: 'plain', other: b }, 'ratio', isAimedAt ? aim : undefined);
  const wall = { name: 'wall time to the grouped tree', unit: 'ms', ours: ours.wall } as const;
  const limits = [
    judged({ ...wall, against: 'scanned', other: scanned.wall }, 'ratio', isAimedAt ? 3 : undefined),
    judged({ ...wall, against: 'dropped', other: dropped.wall }, 'ratio', undefined),
  ];
  // A short list is not to be slower than the plain way.
  const mostOfPlain = isAimedAt ? 0.35 : sessions <= 10_000 ? 1 : undefined;
  return [
    judged({ ...wall, against: 'plain', other: plain.wall }, 'ratio', mostOfPlain),
    ...limits,
    ratio('first byte to first rows', 'ms', ours.firstRows, plain.firstRows, 0.05),
    ratio('longest stall in plain Node', 'ms', ours.stall, plain.stall, 0.01),
    ratio('peak memory above idle', 'bytes', ours.peak, plain.peak, 0.12),
    ratio('memory kept', 'bytes', ours.kept, plain.kept, 0.22),
    perRow('memory kept, a row', ours.kept / sessions, isAimedAt ? 100 : undefined),
    ...(ours.asked === undefined || plain.asked === undefined
      ? []
      : [
          ratio('memory kept after filters', 'bytes', ours.asked.keptAfter, plain.asked.keptAfter, 0.28),
          perRow('memory kept after filters, a row', ours.asked.keptAfter / sessions),
          ratio('first filter of all', 'ms', ours.asked.firstFilter, plain.asked.firstFilter, 0.06),
          ratio('filter and regroup, median', 'ms', median(ours.asked.filters), median(plain.asked.filters), 0.06),
          ...filters(ours.asked.filters, plain.asked.filters, ratio),
          ratio('regroup by user', 'ms', ours.asked.regroup, plain.asked.regroup, 0.1),
        ]),
  ];
}

function filters(
  ours: readonly number[],
  plain: readonly number[],
  ratio: (name: string, unit: 'ms', a: number, b: number, aim: number) => Figure,
): readonly Figure[] {
  return needles.map((needle, at) => ratio(`– "${needle}"`, 'ms', ours[at] ?? NaN, plain[at] ?? NaN, 0.06));
}

/** Time a row against the next smaller list: it is not to grow with the list. */
export function growthFigure(
  measured: readonly Measured[],
  sessions: number,
  encoding: Encoding,
  ways: Summaries,
): readonly Figure[] {
  const smaller = measured.findLast((other) => other.encoding === encoding);
  if (smaller === undefined) {
    return [];
  }
  const ours = ways.ours.wall / sessions;
  const other = smaller.ways.ours.wall / smaller.sessions;
  const against = 'smaller list';
  const aim = sessions === aimedAt && smaller.sessions === 100_000 ? 1.2 : undefined;
  return [judged({ name: 'wall time a row', unit: 'ms', ours, against, other }, 'ratio', aim)];
}

export function hostFigures(sessions: number, { dropped, ours, plain }: HostSummary): readonly Figure[] {
  const stall = { name: 'longest stall in the extension host', unit: 'ms', ours } as const;
  const isAimedAt = sessions === aimedAt;
  return [
    judged({ ...stall, against: 'dropped', other: dropped }, 'difference', isAimedAt ? 30 : undefined),
    judged({ ...stall, against: 'plain', other: plain }, 'ratio', isAimedAt ? 0.01 : undefined),
  ];
}

function perRow(name: string, ours: number, aim?: number): Figure {
  return judged({ name, unit: 'bytes/row', ours, against: undefined, other: undefined }, 'itself', aim);
}

function judged(given: Given, compared: Figure['compared'], aim: number | undefined): Figure {
  const { ours, other = NaN } = given;
  const value = { ratio: ours / other, difference: ours - other, itself: ours }[compared];
  return { ...given, compared, value, aim, met: aim === undefined ? undefined : value <= aim };
}

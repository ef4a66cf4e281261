import type { Encoding } from './data.ts';
import { groupings } from './groupings.ts';
import type { HostSummary } from './inHost.ts';
import { queries } from './queries.ts';
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
  readonly against: WayName | 'idle' | 'smaller list' | undefined;
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

/** The size that most aims are for. */
const aimedAt = 1_000_000;

/** The most that the wall time is to be of the plain way's, by size and encoding. */
const wallAims: Readonly<Record<number, Readonly<Record<Encoding, number>>>> = {
  10_000: { uncompressed: 1.8, gzip: 1.4 },
  100_000: { uncompressed: 0.6, gzip: 0.55 },
  1_000_000: { uncompressed: 0.42, gzip: 0.35 },
};

export function figuresOf(
  sessions: number,
  encoding: Encoding,
  { ours, plain, dropped, scanned }: Summaries,
): readonly Figure[] {
  const isAimedAt = sessions === aimedAt;
  const ratio = (name: string, unit: Figure['unit'], a: number, b: number, aim?: number) =>
    judged({ name, unit, ours: a, against: 'plain', other: b }, 'ratio', isAimedAt ? aim : undefined);
  const wall = { name: 'wall time to the grouped tree', unit: 'ms', ours: ours.wall } as const;
  const mostOfScanned = isAimedAt && encoding === 'uncompressed' ? 2.3 : undefined;
  return [
    judged({ ...wall, against: 'plain', other: plain.wall }, 'ratio', wallAims[sessions]?.[encoding]),
    judged({ ...wall, against: 'scanned', other: scanned.wall }, 'ratio', mostOfScanned),
    judged({ ...wall, against: 'dropped', other: dropped.wall }, 'ratio', undefined),
    ratio('first byte to first rows', 'ms', ours.firstRows, plain.firstRows, 0.05),
    ratio('longest stall in plain Node', 'ms', ours.stall, plain.stall, 0.01),
    ratio('peak memory above idle', 'bytes', ours.peak, plain.peak, 0.12),
    ratio('memory kept', 'bytes', ours.kept, plain.kept, 0.22),
    perRow('memory kept, a row', ours.kept / sessions, isAimedAt ? 76 : undefined),
    ...(ours.asked === undefined || plain.asked === undefined
      ? []
      : [
          ratio('memory kept after filters', 'bytes', ours.asked.keptAfter, plain.asked.keptAfter, 0.28),
          perRow('memory kept after filters, a row', ours.asked.keptAfter / sessions),
          ratio('first filter of all', 'ms', ours.asked.firstFilter, plain.asked.firstFilter, 0.03),
          ratio('filter and regroup, median', 'ms', median(ours.asked.filters), median(plain.asked.filters), 0.05),
          ...needles.map((needle, at) =>
            ratio(`– "${needle}"`, 'ms', ours.asked?.filters[at] ?? NaN, plain.asked?.filters[at] ?? NaN, 0.05),
          ),
          ...groupings.map(({ name, aim }, at) =>
            ratio(`regroup by ${name}`, 'ms', ours.asked?.regroups[at] ?? NaN, plain.asked?.regroups[at] ?? NaN, aim),
          ),
          ...queries.map(({ name, aim }, at) =>
            ratio(`query: ${name}`, 'ms', ours.asked?.queries[at] ?? NaN, plain.asked?.queries[at] ?? NaN, aim),
          ),
          ratio('counts by user', 'ms', ours.asked.summarize, plain.asked.summarize, 0.05),
          ratio('others of the same user', 'ms', ours.asked.related, plain.asked.related, 0.05),
          ratio('export as JSON', 'ms', ours.asked.exported.wall, plain.asked.exported.wall, 1),
          ratio('memory for an export', 'bytes', ours.asked.exported.peak, plain.asked.exported.peak, 0.1),
        ]),
  ];
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

export function hostFigures(sessions: number, { stalls, activation }: HostSummary): readonly Figure[] {
  const stall = { name: 'longest stall in the extension host', unit: 'ms', ours: stalls.ours } as const;
  const isAimedAt = sessions === aimedAt;
  const aboveIdle = (name: string, ours: number) =>
    judged({ name, unit: 'ms', ours, against: 'idle', other: stalls.idle }, 'difference', isAimedAt ? 16 : undefined);
  const alone = { unit: 'ms', against: undefined, other: undefined } as const;
  return [
    judged({ ...stall, against: 'dropped', other: stalls.dropped }, 'difference', isAimedAt ? 16 : undefined),
    judged({ ...stall, against: 'plain', other: stalls.plain }, 'ratio', isAimedAt ? 0.01 : undefined),
    aboveIdle('the same while it is filtered and grouped', stalls.handled),
    aboveIdle('the same while it is exported', stalls.exported),
    judged({ ...alone, name: 'activation, our own code', ours: activation.own }, 'itself', 30),
    judged({ ...alone, name: 'activation, with what VS Code answers', ours: activation.whole }, 'itself', undefined),
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

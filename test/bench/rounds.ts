import { execFile } from 'node:child_process';
import assert from 'node:assert/strict';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../vscode/places.ts';
import type { Encoding } from './data.ts';
import type { Exported } from './exporting.ts';
import { median } from './median.ts';
import type { Measurement } from './process.ts';
import type { WayName } from './ways/ways.ts';

/** Medians over the rounds. Milliseconds and bytes. */
export interface Summary {
  readonly wall: number;
  readonly firstRows: number;
  readonly stall: number;
  readonly peak: number;
  readonly kept: number;
  /** Undefined where nothing was asked. */
  readonly asked: AskedSummary | undefined;
}

export interface AskedSummary {
  readonly keptAfter: number;
  readonly firstFilter: number;
  readonly filters: readonly number[];
  readonly regroups: readonly number[];
  readonly queries: readonly number[];
  readonly summarize: number;
  readonly related: number;
  readonly exported: Exported;
}

export type Summaries = Readonly<Record<WayName, Summary>>;

const bundle = path.join(projectRoot, 'dist/test/bench/process.cjs');
const order: readonly WayName[] = ['dropped', 'ours', 'scanned', 'plain'];

/** Measures every way `rounds` times in turn, so that a slow minute of the machine falls on all of them. */
export async function measureAll(baseUrl: string, encoding: Encoding, rounds: number): Promise<Summaries> {
  const taken: Record<WayName, Measurement[]> = { ours: [], plain: [], dropped: [], scanned: [] };
  for (let round = 0; round < rounds; round++) {
    for (const way of order) {
      taken[way].push(await inFreshProcess(way, baseUrl, encoding));
    }
  }
  for (const { shape, asked } of [...taken.ours, ...taken.plain]) {
    const [first] = taken.plain;
    assert.deepEqual(
      [shape, asked?.found, asked?.counts],
      [first?.shape, first?.asked?.found, first?.asked?.counts],
      'all see the same',
    );
  }
  return {
    ours: summary(taken.ours),
    plain: summary(taken.plain),
    dropped: summary(taken.dropped),
    scanned: summary(taken.scanned),
  };
}

/** What is asked of a list in memory does not depend on how it came, so it is asked once. */
async function inFreshProcess(way: WayName, baseUrl: string, encoding: Encoding): Promise<Measurement> {
  const questions = encoding === 'uncompressed' ? ['ask'] : [];
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', bundle, way, baseUrl, ...questions]);
  return JSON.parse(stdout) as Measurement;
}

function summary(taken: readonly Measurement[]): Summary {
  const middle = (figure: (measurement: Measurement) => number) => median(taken.map(figure));
  const asked = taken.flatMap((measurement) => measurement.asked ?? []);
  const [first] = asked;
  return {
    wall: middle(({ wall }) => wall),
    firstRows: middle(({ firstRows }) => firstRows),
    stall: middle(({ stall }) => stall),
    peak: middle(({ peak }) => peak),
    kept: middle(({ kept }) => kept),
    asked: first && {
      keptAfter: median(asked.map(({ keptAfter }) => keptAfter)),
      firstFilter: median(asked.map(({ firstFilter }) => firstFilter)),
      filters: first.filters.map((_, needle) => median(asked.map(({ filters }) => filters[needle] ?? NaN))),
      regroups: first.regroups.map((_, grouping) => median(asked.map(({ regroups }) => regroups[grouping] ?? NaN))),
      queries: first.queries.map((_, query) => median(asked.map(({ queries }) => queries[query] ?? NaN))),
      summarize: median(asked.map(({ summarize }) => summarize)),
      related: median(asked.map(({ related }) => related)),
      exported: {
        wall: median(asked.map(({ exported }) => exported.wall)),
        peak: median(asked.map(({ exported }) => exported.peak)),
      },
    },
  };
}

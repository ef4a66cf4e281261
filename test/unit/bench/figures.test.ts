import assert from 'node:assert/strict';
import { figuresOf, growthFigure, hostFigures } from '../../bench/figures.ts';
import { groupings } from '../../bench/groupings.ts';
import { queries } from '../../bench/queries.ts';
import { readOptions } from '../../bench/options.ts';
import type { Summaries, Summary } from '../../bench/rounds.ts';
import { overview, table } from '../../bench/table.ts';

const million = 1_000_000;

describe('bench: the figures', () => {
  it('are judged at a million sessions, as ratios to the plain way', () => {
    const verdict = (ours: number) => figuresOf(million, 'uncompressed', ways(ours)).map(({ met }) => met);
    assert.deepEqual(new Set(verdict(0.001)), new Set([true, undefined]));
    assert.deepEqual(new Set(verdict(5)), new Set([false, undefined]));
    const others = figuresOf(100_000, 'uncompressed', ways(5)).slice(1);
    assert.ok(others.every(({ met }) => met === undefined));
  });

  for (const [sessions, encoding, aim] of [
    [10_000, 'uncompressed', 1.8],
    [10_000, 'gzip', 1.4],
    [100_000, 'uncompressed', 0.6],
    [100_000, 'gzip', 0.55],
    [million, 'uncompressed', 0.42],
    [million, 'gzip', 0.35],
  ] as const) {
    it(`ask of ${sessions} sessions, ${encoding}, at most ${aim} of the time of the plain way`, () => {
      assert.equal(figuresOf(sessions, encoding, ways(aim))[0]?.met, true);
      assert.equal(figuresOf(sessions, encoding, ways(aim + 0.01))[0]?.met, false);
    });
  }

  it('compare the time a row with the smaller list of the same encoding', () => {
    const given = { encoding: 'gzip', rounds: 1, figures: [] } as const;
    const measured = [{ ...given, sessions: 100_000, ways: ways(1) }];
    assert.equal(growthFigure(measured, million, 'gzip', ways(12))[0]?.met, true);
    assert.equal(growthFigure(measured, million, 'gzip', ways(12.1))[0]?.met, false);
    assert.deepEqual(growthFigure(measured, million, 'uncompressed', ways(12)), []);
  });

  it('take from a stall in the extension host what the download alone causes', () => {
    const activation = { own: 1, whole: 1 };
    const met = (ours: number) =>
      hostFigures(million, {
        stalls: { dropped: 60, ours, plain: 7600, handled: 20, exported: 20, idle: 10 },
        activation,
      })
        .slice(0, 2)
        .map((figure) => figure.met);
    assert.deepEqual(met(76), [true, true]);
    assert.deepEqual(met(77), [false, false]);
  });

  it('of an activation are about our own code, not about what VS Code answers', () => {
    const stalls = { dropped: 60, ours: 60, plain: 9000, handled: 26, exported: 26, idle: 10 };
    const met = (own: number) =>
      hostFigures(million, { stalls, activation: { own, whole: 500 } }).map((figure) => figure.met);
    assert.deepEqual(met(30), [true, true, true, true, true, undefined]);
    assert.deepEqual(met(31), [true, true, true, true, false, undefined]);
  });

  it('say in words whether an aim is met, or by how much not', () => {
    const text = table(figuresOf(million, 'gzip', ways(0.3)));
    assert.match(text, /wall time to the grouped tree +\| 0\.3 ms \| plain +\| 1\.0 ms +\| ×0\.3 +\| ≤ ×0\.35 +\| met/);
    assert.match(text, /memory kept .*missed by 37 %/);
  });

  it('are shown beside each other without what depends on the machine', () => {
    const list = { sessions: million, encoding: 'uncompressed', rounds: 3, ways: ways(0.3) } as const;
    const text = overview([{ ...list, figures: figuresOf(million, list.encoding, list.ways) }], []);
    assert.match(text, /wall time to the grouped tree +\| ×0\.3/);
    assert.match(text, /wall time to the grouped tree ÷ scanned \| ×0\.3/);
    assert.doesNotMatch(text, / ms\b/);
  });
});

describe('bench: the command line', () => {
  it('has defaults, sorts sizes, and refuses what cannot be meant', () => {
    assert.deepEqual(readOptions([])?.sizes, [10_000, 100_000, million]);
    assert.deepEqual(readOptions(['--sizes', '20,3'])?.sizes, [3, 20]);
    assert.equal(readOptions(['--help']), undefined);
    assert.throws(() => readOptions(['--sizes', '1k']), /whole numbers/);
    assert.throws(() => readOptions(['--repeats', '0']), /whole numbers/);
  });
});

function ways(ours: number): Summaries {
  const all: Summary = {
    ...{ wall: 1, firstRows: 1, stall: 1, peak: 1, kept: 1e9 },
    asked: {
      keptAfter: 1e9,
      ...{ firstFilter: 1, filters: [1, 1, 1, 1, 1], summarize: 1, related: 1 },
      regroups: groupings.map(() => 1),
      queries: queries.map(() => 1),
      exported: { wall: 1, peak: 1e9 },
    },
  };
  const less: Summary = {
    ...{ wall: ours, firstRows: ours, stall: ours, peak: ours, kept: ours * 1e9 },
    asked: {
      keptAfter: ours * 1e9,
      firstFilter: ours,
      filters: [ours, ours, ours, ours, ours],
      regroups: groupings.map(() => ours),
      queries: queries.map(() => ours),
      summarize: ours,
      related: ours,
      exported: { wall: ours, peak: ours * 1e9 },
    },
  };
  return { ours: less, plain: all, dropped: all, scanned: all };
}

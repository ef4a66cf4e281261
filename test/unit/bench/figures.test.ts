import assert from 'node:assert/strict';
import { figuresOf, growthFigure, hostFigures } from '../../bench/figures.ts';
import { readOptions } from '../../bench/options.ts';
import type { Summaries, Summary } from '../../bench/rounds.ts';
import { overview, table } from '../../bench/table.ts';

const million = 1_000_000;

describe('bench: the figures', () => {
  it('are judged at a million sessions alone, as ratios to the plain way', () => {
    const verdict = (ours: number) => figuresOf(million, ways(ours)).map(({ met }) => met);
    assert.deepEqual(new Set(verdict(0.001)), new Set([true, undefined]));
    assert.deepEqual(new Set(verdict(5)), new Set([false, undefined]));
    assert.ok(figuresOf(100_000, ways(5)).every(({ met }) => met === undefined));
  });

  it('ask of a short list that it is not slower than the plain way', () => {
    assert.equal(figuresOf(10_000, ways(1))[0]?.met, true);
    assert.equal(figuresOf(10_000, ways(1.1))[0]?.met, false);
  });

  it('compare the time a row with the smaller list of the same encoding', () => {
    const given = { encoding: 'gzip', rounds: 1, figures: [] } as const;
    const measured = [{ ...given, sessions: 100_000, ways: ways(1) }];
    assert.equal(growthFigure(measured, million, 'gzip', ways(12))[0]?.met, true);
    assert.equal(growthFigure(measured, million, 'gzip', ways(12.1))[0]?.met, false);
    assert.deepEqual(growthFigure(measured, million, 'uncompressed', ways(12)), []);
  });

  it('take from a stall in the extension host what the download alone causes', () => {
    const met = (ours: number) => hostFigures(million, { dropped: 60, ours, plain: 9000 }).map((figure) => figure.met);
    assert.deepEqual(met(90), [true, true]);
    assert.deepEqual(met(91), [false, false]);
  });

  it('say in words whether an aim is met', () => {
    const text = table(figuresOf(million, ways(0.3)));
    assert.match(text, /wall time to the grouped tree +\| 0\.3 ms \| plain +\| 1\.0 ms +\| ×0\.3 +\| ≤ ×0\.35 +\| met/);
    assert.match(text, /memory kept .*missed/);
  });

  it('are shown beside each other without what depends on the machine', () => {
    const list = { sessions: million, encoding: 'uncompressed', rounds: 3, ways: ways(0.3) } as const;
    const text = overview([{ ...list, figures: figuresOf(million, list.ways) }], []);
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
    asked: { keptAfter: 1e9, firstFilter: 1, filters: [1, 1, 1, 1, 1], regroup: 1 },
  };
  const less: Summary = {
    ...{ wall: ours, firstRows: ours, stall: ours, peak: ours, kept: ours * 1e9 },
    asked: {
      keptAfter: ours * 1e9,
      firstFilter: ours,
      filters: [ours, ours, ours, ours, ours],
      regroup: ours,
    },
  };
  return { ours: less, plain: all, dropped: all, scanned: all };
}

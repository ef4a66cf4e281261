import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ordered, type Keys } from '../../../../../src/core/sessions/index/ordered.ts';
import { atOnce } from '../../../../../src/core/async/work.ts';

/** Rows that are told from their positions. */
const rowsOf = (length: number) => Int32Array.from({ length }, (_, at) => (at * 7919) % 104_729);

function check(keys: Keys): void {
  const rows = rowsOf(keys.length);
  const given = [rows.slice(), keys.slice()];
  const positions = Array.from(keys, (_, at) => at).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
  const expected = Int32Array.from(positions, (at) => rows[at] ?? 0);
  assert.deepEqual(atOnce(ordered(rows, keys)), expected);
  assert.deepEqual([rows, keys], given, 'what is given stays as it is');
}

/** A list of more than one slice, nearly in order: a few of its keys lie elsewhere, some of them far away. */
const nearlyOrdered = fc
  .record({
    length: fc.integer({ min: 2, max: 20_000 }),
    step: fc.constantFrom(0, 1, 3),
    moves: fc.array(fc.tuple(fc.nat(), fc.integer({ min: -40, max: 40 })), { maxLength: 60 }),
    far: fc.array(fc.tuple(fc.nat(), fc.integer({ min: -30_000, max: 30_000 })), { maxLength: 3 }),
    isFalling: fc.boolean(),
  })
  .map(({ length, step, moves, far, isFalling }) => {
    const keys = Int32Array.from({ length }, (_, at) => at * step);
    for (const [at, by] of [...moves, ...far]) {
      keys[at % length] = (keys[at % length] ?? 0) + by;
    }
    return isFalling ? keys.map((key) => -key) : keys;
  });

describe('core: rows in the order of keys', () => {
  it('that are whole numbers of 32 bits, in any order', () => {
    fc.assert(fc.property(fc.int32Array({ maxLength: 200 }), check));
    fc.assert(fc.property(fc.int32Array({ min: -3, max: 3, maxLength: 200 }), check));
  });

  it('that are nearly in order, rising or falling', () => {
    fc.assert(fc.property(nearlyOrdered, check), { numRuns: 50 });
  });

  it('that are a few runs one behind the other, equal ones among them', () => {
    const runs = fc.array(fc.tuple(fc.nat(300), fc.integer({ min: -5, max: 50 }), fc.nat(3)), { maxLength: 8 });
    fc.assert(
      fc.property(runs, fc.boolean(), (parts, isFalling) => {
        const keys = parts.flatMap(([length, from, step]) => Array.from({ length }, (_, at) => from + (at >> step)));
        check(Int32Array.from(keys, (key) => (isFalling ? -key : key)));
      }),
    );
  });

  it('that are any numbers, infinite ones too', () => {
    fc.assert(fc.property(fc.float64Array({ noNaN: true, maxLength: 200 }).map(withoutNegativeZeros), check));
  });
});

/** Those would come before zeros. */
function withoutNegativeZeros(keys: Float64Array): Float64Array {
  return keys.map((key) => 0 + key);
}

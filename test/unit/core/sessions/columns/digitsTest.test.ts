import assert from 'node:assert/strict';
import fc from 'fast-check';
import { digitsTest } from '../../../../../src/core/sessions/columns/digitsTest.ts';
import { largestPacked } from '../../../../../src/core/sessions/columns/packedColumn.ts';

/** Multiples of the powers of ten and their neighbours, where a division that is not exact goes wrong. */
const atAnEdge = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.nat(), fc.integer({ min: -1, max: 1 }))
  .map(([power, factor, step]) => {
    const times = factor % (Math.floor(largestPacked / 10 ** power) + 1);
    return Math.min(Math.max(times * 10 ** power + step, 0), largestPacked);
  });
const packed = fc.oneof(fc.integer({ min: 0, max: largestPacked }), fc.nat(20_000), atAnEdge);

describe('digitsTest', () => {
  it('finds digits in a number as they are found in its text', () => {
    const partOf = (text: string) =>
      fc
        .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: text.length }))
        .map(([from, length]) => text.slice(from, from + length));
    const wanted = fc.oneof(
      packed.chain((number) => partOf(String(number))),
      fc.stringMatching(/^\d{1,10}$/),
    );
    fc.assert(
      fc.property(packed, wanted, (number, digits) => {
        assert.equal(digitsTest(digits)?.(number) ?? false, String(number).includes(digits));
      }),
      { numRuns: 5000 },
    );
  });

  it('finds each part of a number', () => {
    fc.assert(
      fc.property(packed, (number) => {
        const text = String(number);
        for (let from = 0; from < text.length; from++) {
          for (let to = from + 1; to <= text.length; to++) {
            assert.equal(digitsTest(text.slice(from, to))?.(number), true, `${text.slice(from, to)} in ${text}`);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('makes no test of what is no digits, or more than a number has', () => {
    assert.deepEqual(
      ['', 'a', '1a', '-1', '12345678901'].map((wanted) => digitsTest(wanted)),
      Array.from({ length: 5 }, () => undefined),
    );
  });
});

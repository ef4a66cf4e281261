import { stride, type Work } from '../../async/work.ts';
import { placesOf } from './orderedByWhole.ts';
import { zeros } from './zeros.ts';

const digitBits = 11;
const digitCount = 6;
const buckets = 1 << digitBits;

/**
 * Sorts `rows` by keys of any kind but NaN: a radix sort by digits of 11 bits of the numbers as they are in memory.
 * Digits that all keys share are skipped.
 */
export function* orderedByBits(rows: Int32Array, keys: Float64Array): Work<Int32Array> {
  const { low, high, counts } = yield* digitsOf(keys);
  let from: Int32Array = yield* filled(rows.length, (at) => at);
  let to = yield* zeros(rows.length);
  for (const [digit, count] of counts.entries()) {
    if (count.includes(rows.length)) {
      continue;
    }
    placesOf(count);
    for (let begin = 0; begin < from.length; begin += stride) {
      const end = Math.min(begin + stride, from.length);
      for (let at = begin; at < end; at++) {
        const position = from[at] ?? 0;
        const bucket = digitAt(low[position] ?? 0, high[position] ?? 0, digit);
        const place = count[bucket] ?? 0;
        count[bucket] = place + 1;
        to[place] = position;
      }
      yield;
    }
    [from, to] = [to, from];
  }
  return yield* filled(rows.length, (at) => rows[from[at] ?? 0] ?? 0);
}

function* filled(length: number, value: (at: number) => number): Work<Int32Array> {
  const list = new Int32Array(length);
  for (let begin = 0; begin < length; begin += stride) {
    for (let at = begin; at < Math.min(begin + stride, length); at++) {
      list[at] = value(at);
    }
    yield;
  }
  return list;
}

/** The bits of the keys, changed so that they sort as unsigned numbers do, and how often each digit occurs. */
function* digitsOf(keys: Float64Array) {
  // The lower half of a number comes first in memory on every machine that VS Code runs on.
  const halves = new Uint32Array(keys.buffer, keys.byteOffset, keys.length * 2);
  const low = new Uint32Array(keys.length);
  const high = new Uint32Array(keys.length);
  const counts = Array.from({ length: digitCount }, () => new Int32Array(buckets));
  for (let begin = 0; begin < keys.length; begin += stride) {
    const end = Math.min(begin + stride, keys.length);
    for (let at = begin; at < end; at++) {
      const top = halves[at * 2 + 1] ?? 0;
      const isNegative = top >>> 31 === 1;
      const lower = isNegative ? ~(halves[at * 2] ?? 0) : (halves[at * 2] ?? 0);
      const upper = isNegative ? ~top : top ^ 0x80000000;
      low[at] = lower;
      high[at] = upper;
      for (let digit = 0; digit < digitCount; digit++) {
        const count = counts[digit];
        const bucket = digitAt(lower, upper, digit);
        if (count !== undefined) {
          count[bucket] = (count[bucket] ?? 0) + 1;
        }
      }
    }
    yield;
  }
  return { low, high, counts };
}

function digitAt(low: number, high: number, digit: number): number {
  const shift = digit * digitBits;
  if (shift >= 32) {
    return (high >>> (shift - 32)) & (buckets - 1);
  }
  const bits = shift + digitBits > 32 ? (low >>> shift) | (high << (32 - shift)) : low >>> shift;
  return bits & (buckets - 1);
}

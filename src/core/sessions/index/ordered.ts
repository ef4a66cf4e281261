import { copied } from './copied.ts';
import { mergedRuns } from './mergedRuns.ts';
import { orderedByBits } from './orderedByBits.ts';
import { orderedByWhole } from './orderedByWhole.ts';
import { stride, type Work } from '../../async/work.ts';

/** Keys are whole numbers wherever these are enough, since they sort several times as fast. */
export type Keys = Int32Array | Float64Array;

/**
 * A copy of `rows` in the order of their keys, the lowest first. Rows with equal keys keep their order. `keys[i]` is
 * the key of `rows[i]`, any number but NaN.
 */
export function* ordered(rows: Int32Array, keys: Keys): Work<Int32Array> {
  const { rises, falls } = yield* stepsOf(keys);
  if (falls === 0) {
    return yield* copied(rows);
  }
  if (keys instanceof Float64Array) {
    return yield* orderedByBits(rows, keys);
  }
  const isNearlyOrdered = Math.min(rises, falls) * 4 < keys.length;
  const merged = isNearlyOrdered ? yield* mergedRuns(rows, keys, falls > rises) : undefined;
  return merged ?? (yield* orderedByWhole(rows, keys));
}

/** How many keys are higher, and how many are lower, than the one before. */
function* stepsOf(keys: Keys): Work<{ readonly rises: number; readonly falls: number }> {
  let rises = 0;
  let falls = 0;
  let before = keys[0] ?? 0;
  for (let begin = 0; begin < keys.length; begin += stride) {
    const end = Math.min(begin + stride, keys.length);
    for (let at = begin; at < end; at++) {
      const key = keys[at] ?? 0;
      rises += before < key ? 1 : 0;
      falls += before > key ? 1 : 0;
      before = key;
    }
    yield;
  }
  return { rises, falls };
}

import { stride, type Work } from '../../async/work.ts';

/** A copy of numbers, the last one first if `isReversed`. What costs is the memory, of which each slice takes a part. */
export function* copied(numbers: Int32Array, isReversed = false): Work<Int32Array> {
  const { length } = numbers;
  const copy = new Int32Array(length);
  for (let begin = 0; begin < length; begin += stride) {
    const end = Math.min(begin + stride, length);
    const some = copy.subarray(begin, end);
    some.set(isReversed ? numbers.subarray(length - end, length - begin) : numbers.subarray(begin, end));
    if (isReversed) {
      some.reverse();
    }
    yield;
  }
  return copy;
}

import { stride, type Work } from '../../async/work.ts';

/**
 * A list of zeros that is to be written at all places at once, as a sort does. Memory is really taken when it is first
 * written to, and to take all of it in one slice would be too long for that.
 */
export function* zeros(length: number): Work<Int32Array> {
  const list = new Int32Array(length);
  for (let begin = 0; begin < length; begin += stride) {
    list.fill(0, begin, begin + stride);
    yield;
  }
  return list;
}

/** Answers numbers in [0, 1), always the same ones for the same seed and stream (mulberry32). */
export function randomStream(seed: number, stream: number): () => number {
  let state = mix(mix(seed) + stream);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type NonEmpty<T> = readonly [T, ...T[]];

/** Picks one element, each as likely as the others. */
export function pick<T>(random: () => number, from: NonEmpty<T>): T {
  return from[Math.floor(random() * from.length)] ?? from[0];
}

/** Neighbouring streams must not start alike, so every bit of the input reaches every bit of the state. */
function mix(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

/** What stands between two values: a comma, blanks, a key with its quotes, a colon. */
export interface Joint {
  readonly bytes: Uint8Array;
  readonly field: number;
}

const shortest = 4;
/** Longer ones are not remembered. */
export const longestJoint = 64;
const most = 31;

/**
 * The joints of the record before, in their order: the next record nearly always has the very same. They are kept and
 * compared as words, four bytes in a number, of which the last one of a joint overlaps the one before.
 */
export class Joints {
  count = 0;
  readonly fields = new Int32Array(most);
  /** The fields (bits) in front of a joint. */
  readonly before = new Int32Array(most + 1);
  readonly #lengths = new Int32Array(most);
  readonly #words = new Int32Array((most * longestJoint) / 4);
  /** Where the words of a joint begin. */
  readonly #starts = new Int32Array(most + 1);

  /** Remembers the joint in front of the nth value, which replaces the one before and all behind it. */
  set(nth: number, { bytes, field }: Joint): void {
    const { length } = bytes;
    this.count = Math.min(this.count, nth);
    const isNew = ((this.before[nth] ?? 0) & (1 << field)) === 0;
    if (this.count < nth || nth === most || length < shortest || length > longestJoint || !isNew) {
      return;
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, length);
    let word = this.#starts[nth] ?? 0;
    for (let at = 0; at < length; at += 4) {
      this.#words[word++] = view.getInt32(Math.min(at, length - 4), true);
    }
    this.fields[nth] = field;
    this.#lengths[nth] = length;
    this.before[nth + 1] = (this.before[nth] ?? 0) | (1 << field);
    this.#starts[nth + 1] = word;
    this.count = nth + 1;
  }

  /** The position behind the nth joint, or -1 where it does not stand at `from`. Reads no further than it is long. */
  behind(nth: number, view: DataView, from: number): number {
    const last = from + (this.#lengths[nth] ?? 0) - 4;
    let word = this.#starts[nth] ?? 0;
    let at = from;
    while (at < last && view.getInt32(at, true) === this.#words[word]) {
      at += 4;
      word++;
    }
    return at >= last && view.getInt32(last, true) === this.#words[word] ? last + 4 : -1;
  }
}

/** A joint is what stands between two values: a comma, blanks, a key with its quotes and a colon. */
export interface Joint {
  readonly bytes: Uint8Array;
  readonly field: number;
}

const shortest = 4;
/** Joints that are longer are not remembered. */
export const longestJoint = 64;
const most = 31;

/**
 * The joints of the last record in their order, since the next record nearly always has the very same. They are kept
 * and compared as words of four bytes; the last word of a joint overlaps the one before it.
 */
export class Joints {
  count = 0;
  readonly fields = new Int32Array(most);
  /** The fields, one bit each, in front of a joint. */
  readonly before = new Int32Array(most + 1);
  readonly #lengths = new Int32Array(most);
  readonly #words = new Int32Array((most * longestJoint) / 4);
  /** The positions at which the words of each joint begin. */
  readonly #starts = new Int32Array(most + 1);

  /** Remembers the joint in front of the nth value. It replaces the old one and all that follow it. */
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

  /**
   * The position behind the nth joint; -1 if another one stands at `from`. It reads no further than the joint is long.
   */
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

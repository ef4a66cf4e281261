import { inSlices, stride, type Work } from '../../core/async/work.ts';
import type { Rows, SessionIndex } from '../../core/sessions/index/sessionIndex.ts';
import type { Session, SessionColumn } from '../../core/sessions/session.ts';
import type { GroupField } from '../../core/sessions/index/groupField.ts';
import type { SelectedRanges } from '../../shared/table.ts';
import { mostRanges } from '../../shared/tableAsk.ts';

type Ranges = SelectedRanges['ranges'];

interface Held {
  readonly index: SessionIndex;
  /** The rows as they are shown, and which of them are selected. */
  readonly rows: Rows;
  readonly ranges: Ranges;
  /** The rows that are selected, too, but not shown: they do not match what is searched for. */
  readonly hidden: Rows;
}

const none: Rows = new Int32Array();

/**
 * What is selected in a table besides the row with the cursor. It is the same sessions in whatever order and search they
 * are shown; in a newer list they are found again by their ids.
 */
export class SelectedRows {
  #held: Held | undefined;
  #lost: number | null = null;
  #moving: Promise<unknown> = Promise.resolve();

  /** Whether several are selected of those that are shown. */
  get areSeveral(): boolean {
    return (this.#held?.ranges ?? []).some(([first, last], at) => at > 0 || last > first);
  }

  /** A person selected rows of `shown`; undefined if those are not shown any more. */
  take(
    shown: { readonly list: { readonly index: SessionIndex }; readonly rows: Rows } | undefined,
    { ranges, keepsHidden }: Pick<SelectedRanges, 'ranges' | 'keepsHidden'>,
  ): void {
    if (shown === undefined) {
      return;
    }
    const { list, rows } = shown;
    const hidden = keepsHidden && this.#held?.index === list.index ? this.#held.hidden : none;
    const isNothing = ranges.length === 0 && hidden.length === 0;
    this.#held = isNothing ? undefined : { index: list.index, rows, ranges, hidden };
  }

  /** There is another list, in which the sessions are looked for at once, so that the older one is kept no longer. */
  follow(index: SessionIndex | undefined): void {
    if (index === undefined) {
      this.#held = undefined;
    } else if (this.#held !== undefined && this.#held.index !== index) {
      this.#moving = this.#moving.then(() => inSlices(this.#placing(index, none)));
    }
  }

  /** Where the selected ones are among these rows, which are shown from now on; null if nothing is selected. */
  *placing(index: SessionIndex, rows: Rows): Work<Ranges | null> {
    yield* this.#placing(index, rows);
    return this.#held?.ranges ?? null;
  }

  /** How many were selected and are no more, since they lie too far apart now; null for none. It is said once. */
  takeLost(): number | null {
    const lost = this.#lost;
    this.#lost = null;
    return lost;
  }

  /** Resolves once the sessions of the list before have been found. */
  async moved(): Promise<void> {
    await this.#moving;
  }

  /** How many are selected of those that are shown. */
  get count(): number {
    return this.#held === undefined ? 0 : countOf(this.#held);
  }

  /** Those of them, in the order in which they are shown; none while they are arranged anew. */
  get rows(): Rows {
    const { rows = none, ranges = [] } = this.#held ?? {};
    const parts = ranges.map(([first, last]) => rows.subarray(first, last + 1));
    const selected = new Int32Array(parts.reduce((total, part) => total + part.length, 0));
    let at = 0;
    for (const part of parts) {
      selected.set(part, at);
      at += part.length;
    }
    return selected;
  }

  /** Something of each selected row that is shown; undefined while they are arranged anew. */
  *reading<Part>(partOf: (session: Session) => Part): Work<readonly Part[] | undefined> {
    if (this.#held === undefined || this.#held.rows === none) {
      return undefined;
    }
    const { index, rows, ranges } = this.#held;
    const parts: Part[] = [];
    for (const [first, last] of ranges) {
      for (const row of rows.subarray(first, last + 1)) {
        parts.push(partOf(index.session(row)));
        // Making a session costs some fifty times what looking at a row does.
        if (parts.length % (stride >> 6) === 0) {
          yield;
        }
      }
    }
    return parts;
  }

  /**
   * The different values that they have in a field, in upper or lower case, and no more of these than `most` and one;
   * undefined while they are arranged anew.
   */
  *values(field: GroupField | SessionColumn, most: number): Work<readonly string[] | undefined> {
    if (this.#held === undefined || this.#held.rows === none) {
      return undefined;
    }
    const { index, rows, ranges } = this.#held;
    const values = new Map<string, string>();
    let looked = 0;
    for (const [first, last] of ranges) {
      for (const row of rows.subarray(first, last + 1)) {
        const value = index.text(row, field);
        values.set(value.toLowerCase(), value);
        if (values.size > most) return [...values.values()];
        if (++looked % (stride >> 4) === 0) yield;
      }
    }
    return [...values.values()];
  }

  /** Changes nothing until it is through. */
  *#placing(index: SessionIndex, rows: Rows): Work<void> {
    const held = this.#held;
    if (held !== undefined && (held.rows !== rows || held.index !== index)) {
      const placed = yield* placedAmong(held, index, rows);
      const isNothing = placed.ranges.length === 0 && placed.hidden.length === 0;
      // So scattered a selection cannot be told to the page; nobody made it row by row.
      const isScattered = placed.ranges.length > mostRanges;
      this.#lost = isScattered ? countOf(placed) : this.#lost;
      this.#held = isNothing || isScattered ? undefined : placed;
    }
  }
}

function countOf({ ranges }: Pick<Held, 'ranges'>): number {
  return ranges.reduce((total, [first, last]) => total + last - first + 1, 0);
}

function* placedAmong(held: Held, index: SessionIndex, rows: Rows): Work<Held> {
  const wanted = yield* rowsIn(held, index);
  const marks = new Uint8Array(1 + Math.max(yield* highest(wanted), yield* highest(rows)));
  for (let at = 0; at < wanted.length; at++) {
    marks[wanted[at] ?? 0] = 1;
    if (at % stride === 0) yield;
  }
  const ranges: [number, number][] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    if (marks[row] === 1) {
      marks[row] = 2;
      const before = ranges.at(-1);
      if (before?.[1] === at - 1) before[1] = at;
      else ranges.push([at, at]);
    }
    if (at % stride === 0) yield;
  }
  const hidden = new Int32Array(wanted.length);
  let count = 0;
  for (let at = 0; at < wanted.length; at++) {
    const row = wanted[at] ?? 0;
    if (marks[row] === 1) hidden[count++] = row;
    if (at % stride === 0) yield;
  }
  return { index, rows, ranges, hidden: hidden.slice(0, count) };
}

/** The rows of `index` whose sessions are selected. */
function* rowsIn({ index: before, rows, ranges, hidden }: Held, index: SessionIndex): Work<Rows> {
  const parts = [...ranges.map(([first, last]) => rows.subarray(first, last + 1)), hidden];
  const found = new Int32Array(parts.reduce((total, part) => total + part.length, 0));
  let count = 0;
  let looked = 0;
  for (const part of parts) {
    for (const row of part) {
      const same = index === before ? row : index.rowOfId(before.idOf(row));
      if (same !== undefined) found[count++] = same;
      // To look a session up takes some ten times what a step of the loops above does.
      if (++looked % (stride >> 4) === 0) yield;
    }
  }
  return found.subarray(0, count);
}

function* highest(rows: Rows): Work<number> {
  let most = 0;
  for (let begin = 0; begin < rows.length; begin += stride) {
    most = Math.max(most, ...rows.subarray(begin, begin + stride));
    yield;
  }
  return most;
}

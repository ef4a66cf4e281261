import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pageRows } from '../../../../../src/core/sessions/columns/int32List.ts';

/** What a list of numbers is to the assertion below. */
interface List {
  get(at: number): number;
  set(at: number, value: number): void;
  setAll(at: number, values: Int32Array, from: number, count: number): void;
}

/** Rows with none, some with few bits, some with many, one batch behind the other, across the end of a page or two. */
const batch = fc.record({
  length: fc.oneof(fc.integer({ min: 1, max: 256 }), fc.constant(pageRows + 300)),
  kind: fc.constantFrom(0, 0xff, 0xffff, 0x7fff_ffff),
  stride: fc.integer({ min: 1, max: 9 }),
});

/** Asserts that a kind of list holds what was set all at once as if it had been set one by one. */
export function assertSetAtOnce(make: () => List): void {
  const first = fc.oneof(fc.constant(0), fc.integer({ min: pageRows - 600, max: pageRows + 10 }));
  fc.assert(
    fc.property(first, fc.array(batch, { maxLength: 5 }), (begin, batches) => {
      const [atOnce, singly] = [make(), make()];
      let row = begin;
      for (const { length, kind, stride } of batches) {
        const values = Int32Array.from({ length }, (_, at) => (at % stride === 0 ? (at * 2_654_435) & kind : 0));
        atOnce.setAll(row, Int32Array.of(1, ...values, 1), 1, length);
        for (let at = 0; at < length; at++, row++) {
          singly.set(row, values[at] ?? 0);
        }
      }
      const all = (list: List) => Int32Array.from({ length: row + 1 }, (_, at) => list.get(at));
      assert.deepEqual(all(atOnce), all(singly));
    }),
    { numRuns: 15 },
  );
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CodeList } from '../../../../src/core/sessions/columns/codeList.ts';
import { Int32List, pageRows } from '../../../../src/core/sessions/columns/int32List.ts';

const lists = { 'of numbers': Int32List, 'of codes': CodeList };
/** Rows with none, some with few bits, some with many, one batch behind the other, across the end of a page or two. */
const batch = fc.record({
  length: fc.oneof(fc.integer({ min: 1, max: 256 }), fc.constant(pageRows + 300)),
  kind: fc.constantFrom(0, 0xff, 0xffff, 0x7fff_ffff),
  stride: fc.integer({ min: 1, max: 9 }),
});

describe('core: columns', () => {
  for (const [name, List] of Object.entries(lists)) {
    it(`${name} hold what was set all at once as if it had been set one by one`, () => {
      const first = fc.oneof(fc.constant(0), fc.integer({ min: pageRows - 600, max: pageRows + 10 }));
      fc.assert(
        fc.property(first, fc.array(batch, { maxLength: 5 }), (begin, batches) => {
          const [atOnce, singly] = [new List(), new List()];
          let row = begin;
          for (const { length, kind, stride } of batches) {
            const values = Int32Array.from({ length }, (_, at) => (at % stride === 0 ? (at * 2_654_435) & kind : 0));
            atOnce.setAll(row, Int32Array.of(1, ...values, 1), 1, length);
            for (let at = 0; at < length; at++, row++) {
              singly.set(row, values[at] ?? 0);
            }
          }
          const all = (list: Int32List | CodeList) => Int32Array.from({ length: row + 1 }, (_, at) => list.get(at));
          assert.deepEqual(all(atOnce), all(singly));
        }),
        { numRuns: 15 },
      );
    });
  }
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce } from '../../../../../src/core/async/work.ts';
import { CodeList } from '../../../../../src/core/sessions/columns/codeList.ts';
import { pageRows } from '../../../../../src/core/sessions/columns/int32List.ts';
import { mappedCodes } from '../../../../../src/core/sessions/columns/mappedCodes.ts';

/** Rows on several pages, of which the second has no code at all. */
const row = fc.oneof(fc.nat(40), fc.integer({ min: 2 * pageRows - 2, max: 2 * pageRows + 40 }));
const codes = fc.oneof(fc.nat(9), fc.constantFrom(0xffff, 0x10000));

describe('core: numbers looked up by the codes of rows', () => {
  it('are those of a plain array, for few rows as for many, and for rows that were never set', () => {
    const repeat = fc.constantFrom(1, pageRows);
    fc.assert(
      fc.property(fc.array(fc.tuple(row, codes)), fc.array(row), repeat, (set, asked, times) => {
        const list = new CodeList();
        const plain = new Map<number, number>();
        for (const [at, code] of set) {
          list.set(at, code);
          plain.set(at, code);
        }
        const rows = Int32Array.from({ length: asked.length * times }, (_, at) => asked[at % asked.length] ?? 0);
        const ofCode = Int32Array.from({ length: 0x10001 }, (_, code) => code * 3 + 1);
        const expected = rows.map((at) => (plain.get(at) ?? 0) * 3 + 1);
        assert.deepEqual(atOnce(mappedCodes(list, rows, ofCode)), expected);
      }),
      { numRuns: 60 },
    );
  });
});

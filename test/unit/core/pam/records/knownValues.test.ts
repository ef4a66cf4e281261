import assert from 'node:assert/strict';
import fc from 'fast-check';
import { KnownValues, longestKnown } from '../../../../../src/core/pam/records/knownValues.ts';

/** A value between its quotes, with room behind it for what may be looked at. */
function between(value: Uint8Array): DataView {
  const bytes = Buffer.alloc(value.length + longestKnown + 8, 0x78);
  bytes[0] = 0x22;
  bytes.set(value, 1);
  bytes[value.length + 1] = 0x22;
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

const value = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 9 }).map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 270 }).map((bytes) => Buffer.from(bytes.map((byte) => (byte === 0x22 ? 0x23 : byte)))),
);

describe('core: values that were read before', () => {
  it('are known by their bytes, and never taken for others', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 300 }), (values) => {
        const known = new KnownValues();
        const codes = new Map<string, number>();
        for (const each of values) {
          const view = between(each);
          const key = each.toString('latin1');
          const code = known.find(view, 1);
          assert.ok(code === -1 || code === codes.get(key), key);
          assert.ok(known.length === each.length || (known.length === -1 && each.length >= longestKnown));
          if (code < 0) {
            codes.set(key, codes.get(key) ?? codes.size);
            known.add(view, 1, codes.get(key) ?? 0);
          }
        }
      }),
    );
  });

  it('are known nearly all of them, while there are not too many', () => {
    const known = new KnownValues();
    const views = Array.from({ length: 20_000 }, (_, at) => between(Buffer.from(`10.0.${at >> 8}.${at & 255}:22`)));
    for (const [code, view] of views.entries()) {
      assert.equal(known.find(view, 1), -1);
      known.add(view, 1, code);
    }
    const found = views.filter((view, code) => known.find(view, 1) === code).length;
    assert.ok(found > 19_800, `${found} of 20,000`);
  });

  it('take no longer where all of them have the same hash', () => {
    // The highest bits of two words that follow each other cancel out, so this makes 2 ** 18 values of one hash.
    const known = new KnownValues();
    const bytes = Buffer.alloc(144, 0x41);
    const view = between(bytes);
    let found = 0;
    for (let number = 0; number < 1 << 18; number++) {
      for (let bit = 0; bit < 18; bit++) {
        const byte = (number >> bit) & 1 ? 0xc1 : 0x41;
        view.setUint8(1 + bit * 8 + 3, byte);
        view.setUint8(1 + bit * 8 + 7, byte);
      }
      found += known.find(view, 1) >= 0 ? 1 : 0;
      known.add(view, 1, number);
    }
    assert.equal(found, 0);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packUsualHash } from '../../../../../src/core/pam/records/packUsualHash.ts';
import { usualDuration } from '../../../../../src/core/pam/records/usualDuration.ts';
import { UsualTime } from '../../../../../src/core/pam/records/usualTime.ts';
import { packedDuration } from '../../../../../src/core/sessions/columns/packedDuration.ts';
import { packedTime } from '../../../../../src/core/sessions/columns/timePacking.ts';
import { hashBytes } from '../../../../../src/core/sessions/columns/packedHash.ts';

/** A text that a quote ends, with room behind it. */
function bytesOf(text: string): { readonly bytes: Buffer; readonly view: DataView } {
  const bytes = Buffer.from(`${text}"${'5'.repeat(60)}`, 'latin1');
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length) };
}

const two = (value: number) => String(value).padStart(2, '0');
const clock = fc.tuple(fc.nat(100), fc.nat(61), fc.nat(61)).map((parts) => parts.map(two).join(':'));
const day = fc
  .tuple(fc.integer({ min: 1999, max: 2069 }), fc.nat(13), fc.nat(32))
  .map(([year, month, date]) => `${year}-${two(month)}-${two(date)}`);
/** With one character in another's place, or one too few. */
const damaged = (text: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 3, arbitrary: text },
    fc.tuple(text, fc.nat(), fc.constantFrom('', ' ', '/', ':', 'a', '"')).map(([whole, nth, by]) => {
      const at = nth % whole.length;
      return whole.slice(0, at) + by + whole.slice(at + 1);
    }),
  );

describe('core: values in their usual form', () => {
  it('are durations as those that are read byte by byte', () => {
    fc.assert(
      fc.property(damaged(clock), (text) => {
        const { bytes, view } = bytesOf(text);
        const isWhole = text.length === 8;
        assert.equal(usualDuration(view, 0), isWhole ? packedDuration(bytes, 0, 8) : -1);
      }),
    );
  });

  it('are times as those that are read byte by byte, whichever days were before', () => {
    const times = damaged(fc.tuple(fc.oneof(day, fc.constant('2024-02-29')), clock).map((parts) => parts.join(' ')));
    fc.assert(
      fc.property(fc.array(times, { maxLength: 20 }), (texts) => {
        const usual = new UsualTime();
        for (const text of texts) {
          const { bytes, view } = bytesOf(text);
          const isWhole = text.length === 19;
          assert.equal(usual.read(view, bytes, 0), isWhole ? packedTime(bytes, 0) : -1, text);
        }
      }),
    );
  });

  it('are hashes of 40 digits in small letters', () => {
    const digits = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789abcdef')),
      minLength: 40,
      maxLength: 40,
    });
    fc.assert(
      fc.property(damaged(digits), fc.nat(3), (text, row) => {
        const hashes = new Uint8Array(hashBytes * 4);
        const isHash = /^[0-9a-f]{40}$/.test(text);
        assert.equal(packUsualHash(bytesOf(text).view, 0, hashes, row), isHash);
        const packed = Buffer.from(hashes.subarray(row * hashBytes, (row + 1) * hashBytes)).toString('hex');
        assert.ok(!isHash || packed === text);
      }),
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packUsualHash } from '../../../../../src/core/pam/records/packUsualHash.ts';
import { hashBytes } from '../../../../../src/core/sessions/columns/packedHash.ts';
import { bytesOf, damaged } from './usualForms.ts';

describe('core: hashes in their usual form', () => {
  it('have 40 digits in small letters', () => {
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

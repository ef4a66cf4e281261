import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addressKey } from '../../../../../src/core/sessions/index/addressKey.ts';

/** A number of 32 or 128 bits and one of the ways to write it as an address. */
const ipv4 = fc.nat(0xffffffff).map((value) => ({ value: BigInt(value), text: dotted(value) }));
const unit = fc.oneof(fc.constant(0), fc.nat(0xffff));
const ipv6 = fc
  .tuple(fc.array(unit, { minLength: 8, maxLength: 8 }), fc.constantFrom(plain, short, mixed, upper, zoned))
  .map(([units, write]) => ({
    value: units.reduce((value, each) => value * 65536n + BigInt(each), 1n << 32n),
    text: write(units),
  }));

function dotted(value: number): string {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
}

function plain(units: readonly number[]): string {
  return units.map((each) => each.toString(16)).join(':');
}

/** With the first run of zeros left out. */
function short(units: readonly number[]): string {
  return plain(units).replace(/(?:^|:)0(?::0)+(?:$|:)/, '::');
}

function mixed(units: readonly number[]): string {
  const [high = 0, low = 0] = units.slice(6);
  return `${plain(units.slice(0, 6))}:${dotted(high * 65536 + low)}`;
}

function upper(units: readonly number[]): string {
  return short(units).toUpperCase();
}

function zoned(units: readonly number[]): string {
  return `${short(units)}%eth0`;
}

const sign = (a: bigint | string, b: bigint | string) => (a < b ? -1 : a > b ? 1 : 0);

describe('core: the key of an address', () => {
  it('sorts as the number does that the address is, however it is written', () => {
    const address = fc.oneof(ipv4, ipv6);
    fc.assert(
      fc.property(address, address, (a, b) => {
        const [first, second] = [addressKey(a.text), addressKey(b.text)];
        assert.ok(first !== undefined && second !== undefined, `${a.text} ${b.text}`);
        assert.equal(sign(first, second), sign(a.value, b.value));
      }),
      { numRuns: 3000 },
    );
  });

  it('is the same for one address in all its spellings', () => {
    const same = ['::ffff:10.9.0.1', '::FFFF:A09:1', '0:0:0:0:0:ffff:a09:1', '::ffff:10.9.0.1%2'].map(addressKey);
    assert.deepEqual([new Set(same).size, same[0]?.length], [1, 9]);
  });

  it('is missing for what is no address', () => {
    const others = ['', '10.9', '10.9.0.256', '010.9.0.1', '10.9.0.1:22', '[::1]', 'web2', 'dead:beef', '1::2::3'];
    assert.deepEqual(
      others.filter((text) => addressKey(text) !== undefined),
      [],
    );
  });
});

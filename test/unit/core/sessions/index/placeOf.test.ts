import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hostPlaceOf, placeOf } from '../../../../../src/core/sessions/index/placeOf.ts';
import { textsInOrder } from './textsInOrder.ts';
import { host, text } from '../generatedSessions.ts';
import { compareValues } from '../plainOrder.ts';

const hostsInOrder = (...hosts: readonly string[]) => textsInOrder(hosts, hostPlaceOf);

/** Asserts that these are put into this order from any other. */
function holdsFor(hosts: readonly string[]): void {
  assert.deepEqual(hostsInOrder(...hosts.toReversed()), hosts);
  assert.deepEqual(hostsInOrder(...hosts.toSorted()), hosts);
}

describe('core: the order of names', () => {
  it('has addresses by their value first, then hosts, then the rest, and nothing last', () => {
    holdsFor([
      '9.255.255.255',
      '10.9.0.1',
      '10.10.0.1',
      '::1',
      '2001:db8::9',
      '2001:db8::a',
      '2001:db8::10',
      'db-2.example.com',
      'db-10.example.com',
      'web2',
      'web10',
      '(unknown)',
      'a b',
      '',
    ]);
  });

  it('has the ports of an address or a host in their order, behind the one without', () => {
    holdsFor(['10.9.0.1', '10.9.0.1:22', '10.9.0.1:3389', '10.9.0.2:22', '10.10.0.1:22']);
    holdsFor(['2001:db8::9', '[2001:db8::9]:22', '[2001:db8::9]:443', '[2001:db8::a]:22', '[2001:db8::10]:22']);
    holdsFor(['web', 'web:22', 'web:3389', 'web-2:22', 'web2', 'web2:22', 'web2:443', 'web10:22']);
  });

  it('is the same for more names than are put in order at once', () => {
    const many = Array.from({ length: 3000 }, (_, at) => `web${at}.example.com`);
    const mixed = many.toSorted((a, b) => (a.length % 2) - (b.length % 2) || (a < b ? 1 : -1));
    assert.deepEqual(hostsInOrder(...mixed), many);
  });

  it('is that of a plain comparison, for hosts and for other texts', () => {
    for (const [isHost, place] of [
      [true, hostPlaceOf],
      [false, placeOf],
    ] as const) {
      const texts = fc.uniqueArray(
        fc.oneof(host, text).map((each) => each.toLowerCase()),
        { maxLength: 30 },
      );
      fc.assert(
        fc.property(texts, (list) => {
          const expected = list.toSorted((a, b) => compareValues(a, b, isHost));
          assert.deepEqual(textsInOrder(list, place), expected);
        }),
        { numRuns: 500 },
      );
    }
  });
});

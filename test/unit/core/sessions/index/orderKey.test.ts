import assert from 'node:assert/strict';
import fc from 'fast-check';
import { orderKey } from '../../../../../src/core/sessions/index/orderKey.ts';
import { textsInOrder } from './textsInOrder.ts';

const collator = new Intl.Collator('en', { numeric: true });
const units = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const printable = Array.from({ length: 95 }, (_, at) => String.fromCharCode(0x20 + at).toLowerCase());
const plain = fc.string({ unit: fc.constantFrom(...printable), maxLength: 12 });
const numbered = fc
  .tuple(
    fc.constantFrom('', 'host', 'db-', '10.'),
    fc.stringMatching(/^\d{1,12}$/),
    fc.constantFrom('', ':22', '.1', 'a'),
  )
  .map((parts) => parts.join(''));
const any = fc.oneof(
  plain,
  numbered,
  fc.string({ unit: 'binary', maxLength: 4 }).map((text) => text.toLowerCase()),
);

describe('core: the order of texts', () => {
  it('is the collator’s for plain texts, found by comparing keys', () => {
    fc.assert(
      fc.property(fc.oneof(plain, numbered), fc.oneof(plain, numbered), (a, b) => {
        const [first = '', second = ''] = [orderKey(a), orderKey(b)];
        assert.equal(Math.sign(units(first, second)), Math.sign(collator.compare(a, b)));
      }),
      { numRuns: 5000 },
    );
  });

  it('is the collator’s for plain texts and others side by side, then that of their units, with none last', () => {
    fc.assert(
      fc.property(fc.uniqueArray(any, { maxLength: 30 }), (texts) => {
        const expected = texts.toSorted(
          (a, b) => Number(a === '') - Number(b === '') || collator.compare(a, b) || units(a, b),
        );
        assert.deepEqual(textsInOrder(texts), expected);
      }),
      { numRuns: 500 },
    );
  });

  it('has keys for all that is small and printable, and for nothing else', () => {
    assert.deepEqual(
      printable.filter((character) => orderKey(character) === undefined),
      [],
    );
    assert.deepEqual(['A', '\t', 'ä', 'a'.repeat(1000)].map(orderKey), [undefined, undefined, undefined, undefined]);
  });
});

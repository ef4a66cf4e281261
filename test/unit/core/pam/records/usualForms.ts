import fc from 'fast-check';

/** A text that a quote ends, with room behind it. */
export function bytesOf(text: string): { readonly bytes: Buffer; readonly view: DataView } {
  const bytes = Buffer.from(`${text}"${'5'.repeat(60)}`, 'latin1');
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length) };
}

const two = (value: number) => String(value).padStart(2, '0');
/** The text of a time of day or a duration, now and then with a part that is too high. */
export const clock = fc.tuple(fc.nat(100), fc.nat(61), fc.nat(61)).map((parts) => parts.map(two).join(':'));
/** The text of a day, of which some do not exist. */
export const day = fc
  .tuple(fc.integer({ min: 1999, max: 2069 }), fc.nat(13), fc.nat(32))
  .map(([year, month, date]) => `${year}-${two(month)}-${two(date)}`);
/** With one character in another's place, or one too few. */
export const damaged = (text: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 3, arbitrary: text },
    fc.tuple(text, fc.nat(), fc.constantFrom('', ' ', '/', ':', 'a', '"')).map(([whole, nth, by]) => {
      const at = nth % whole.length;
      return whole.slice(0, at) + by + whole.slice(at + 1);
    }),
  );

import type { Work } from '../../async/work.ts';
import type { Texts } from './texts.ts';

/** So many texts are tested before the calculation yields. */
const strideOfTexts = 1024;

/**
 * A mask by the number of a text plus 1: 1 for each text that passes a test, which is used once for each. At position 0
 * is the result for the empty text.
 */
export function* maskPassing(texts: Texts, test: (text: string) => boolean): Work<Uint8Array> {
  const mask = new Uint8Array(texts.size + 1);
  mask[0] = test('') ? 1 : 0;
  for (let at = 0; at + 1 < mask.length; at++) {
    mask[at + 1] = test(texts.text(at)) ? 1 : 0;
    if (at % strideOfTexts === 0) {
      yield;
    }
  }
  return mask;
}

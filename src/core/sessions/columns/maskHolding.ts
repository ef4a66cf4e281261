import type { Work } from '../../async/work.ts';
import type { Texts } from './texts.ts';
import { textsHolding, type Seen } from './textsHolding.ts';

/**
 * A mask by the number of a text plus 1: 1 for each text that contains `wanted` (in small letters). Undefined if no
 * text does.
 */
export function* maskHolding(texts: Texts, wanted: string, seen?: Seen): Work<Uint8Array | undefined> {
  const found = yield* textsHolding(texts, wanted, seen);
  if (found.length === 0) {
    return undefined;
  }
  const mask = new Uint8Array(texts.size + 1);
  for (const at of found) {
    mask[at + 1] = 1;
  }
  return mask;
}

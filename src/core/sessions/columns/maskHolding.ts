import type { Work } from '../../async/work.ts';
import type { Texts } from './texts.ts';
import { textsHolding, type Seen } from './textsHolding.ts';

/** By number plus 1, 1 for each text that holds `wanted` (in small letters); undefined when none does. */
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

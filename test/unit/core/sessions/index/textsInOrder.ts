import { atOnce } from '../../../../../src/core/async/work.ts';
import { placeOf } from '../../../../../src/core/sessions/index/placeOf.ts';
import { ranksOfTexts } from '../../../../../src/core/sessions/index/ranks.ts';

/** Different texts in small letters in the order of their ranks. */
export function textsInOrder(texts: readonly string[], place = placeOf): readonly string[] {
  const { ofCode } = atOnce(ranksOfTexts(texts.length, (number) => texts[number] ?? '', place));
  const inOrder: string[] = [];
  texts.forEach((text, number) => (inOrder[ofCode[number] ?? 0] = text));
  return inOrder;
}

import type { Work } from '../../core/async/work.ts';
import type { SessionIndex } from '../../core/sessions/index/sessionIndex.ts';
import { completing } from '../../core/sessions/listQuestions.ts';
import type { Suggestion } from '../../shared/tableAsk.ts';
import { completed } from '../filter/completed.ts';
import { completionWords } from '../filter/completionWords.ts';
import { hasLocalNames } from '../wordsLanguage.ts';

/** The ways in which a query can go on, as the page shows them. */
export function* suggesting(index: SessionIndex, text: string): Work<readonly Suggestion[]> {
  const offered = yield* completing(index, text, hasLocalNames());
  return offered.items
    .map((item) => ({ ...completionWords(item), text: completed(text, offered, item) }))
    .filter((suggestion) => suggestion.text.trim() !== text);
}

import type { DetailView } from '../../shared/detail.ts';
import { fillPlaceholder } from './fillPlaceholder.ts';

/** An instant as the person's own clock shows it, in the host's words. */
export function localTimeText(instant: number, { language, words }: Pick<DetailView, 'language' | 'words'>): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
  return fillPlaceholder(words.localTime, format.format(instant));
}

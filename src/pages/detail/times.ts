import type { DetailView, DetailWords } from '../../shared/detail.ts';

/** An instant as the person's own clock shows it, in the host's words. */
export function localTimeText(instant: number, { language, words }: Pick<DetailView, 'language' | 'words'>): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
  return filled(words.localTime, format.format(instant));
}

/** How long a session has been live: the largest unit first, units that are zero left out. */
export function liveText(milliseconds: number, { liveFor, units }: DetailWords): string {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
  const texts = [...parts, seconds % 60].flatMap((part, unit) => (part === 0 ? [] : [filled(units[unit] ?? '', part)]));
  return filled(liveFor, texts.join(' ') || filled(units[3], 0));
}

function filled(text: string, value: string | number): string {
  return text.replace('{0}', () => String(value));
}

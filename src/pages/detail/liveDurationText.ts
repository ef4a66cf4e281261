import type { DetailWords } from '../../shared/detail.ts';
import { fillPlaceholder } from './fillPlaceholder.ts';

/** How long a session has been live: the largest unit first, units that are zero left out. */
export function liveDurationText(milliseconds: number, { liveFor, units }: DetailWords): string {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
  const texts = [...parts, seconds % 60].flatMap((part, unit) =>
    part === 0 ? [] : [fillPlaceholder(units[unit] ?? '', part)],
  );
  return fillPlaceholder(liveFor, texts.join(' ') || fillPlaceholder(units[3], 0));
}

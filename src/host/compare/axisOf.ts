import { l10n } from 'vscode';
import type { OnTime } from '../../core/sessions/commonTime.ts';
import { pairsAtOnce } from '../../core/sessions/pairsAtOnce.ts';
import { ticksOf } from '../../core/sessions/ticksOf.ts';
import type { CompareAxis } from '../../shared/compare.ts';
import { secondText } from './timeWords.ts';
import type { Times } from './timesOf.ts';

/** Sessions on one axis of time; `bars` has the name of each and whether it is live. */
export function axisOf(
  { clock, on }: Times,
  bars: readonly { readonly label: string; readonly live: boolean }[],
): CompareAxis {
  const first = Math.min(...on.map(({ from }) => from));
  const ends = on.flatMap(({ from, to }) => (to === Infinity ? [from] : [to]));
  const last = Math.max(first + 1, ...ends);
  // What goes on without a known end reaches beyond all that is known.
  const end = on.some(({ to }) => to === Infinity) ? last + (last - first) / 10 : last;
  const place = ({ from, to }: OnTime) => ({ from: partOf(from, first, end), to: partOf(to, first, end) });
  const [begin, finish] = [secondText(first), secondText(last)];
  return {
    label:
      clock === 'server'
        ? l10n.t('By the server’s clock, from {0} to {1}', begin, finish)
        : l10n.t('By your own clock, from {0} to {1}', begin, finish),
    bars: bars.map((bar, at) => ({ ...bar, ...place(on[at] ?? { from: first, to: first }) })),
    shaded: pairsAtOnce(on).map(({ time }) => place(time)),
    ticks: [...ticksOf(first, end)],
  };
}

function partOf(seconds: number, first: number, end: number): number {
  return Math.min(1, (seconds - first) / (end - first));
}

import { l10n } from 'vscode';
import { durationText } from '../../core/sessions/duration.ts';
import { commonTime, type OnTime } from '../../core/sessions/commonTime.ts';
import { pairsAtOnce } from '../../core/sessions/pairsAtOnce.ts';
import { momentText, secondMoment } from '../../core/sessions/query/momentOf.ts';
import { countText } from '../countText.ts';

/** For how long sessions were on at once, a sentence each; `names` are what they are called. */
export function timeWords(on: readonly OnTime[], names: readonly string[]): readonly string[] {
  const common = commonTime(on);
  if (on.length === 2) {
    return [common === undefined ? l10n.t('They were never on at the same time.') : bothText(common)];
  }
  const all = common === undefined ? l10n.t('They were never all on at the same time.') : allText(common, on.length);
  const pairs = pairsAtOnce(on).map(({ positions: [one, other], time }) =>
    pairText(names[one] ?? '', names[other] ?? '', time),
  );
  return [all, ...pairs];
}

/** A second of a clock as the server writes times. */
export function secondText(seconds: number): string {
  return momentText(secondMoment(seconds)).replace('T', ' ');
}

function bothText({ from, to }: OnTime): string {
  return to === Infinity
    ? l10n.t('Both on since {0}.', secondText(from))
    : l10n.t('Both on for {0}, from {1} to {2}.', durationText(to - from), secondText(from), secondText(to));
}

function allText({ from, to }: OnTime, count: number): string {
  const all = countText(count);
  return to === Infinity
    ? l10n.t('All {0} on since {1}.', all, secondText(from))
    : l10n.t('All {0} on for {1}, from {2} to {3}.', all, durationText(to - from), secondText(from), secondText(to));
}

function pairText(one: string, other: string, { from, to }: OnTime): string {
  return to === Infinity
    ? l10n.t('{0} and {1}: both on since {2}.', one, other, secondText(from))
    : l10n.t('{0} and {1}: both on for {2}.', one, other, durationText(to - from));
}

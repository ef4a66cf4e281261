import { l10n } from 'vscode';
import { readyMade, type ReadyMade } from '../../core/sessions/filters/readyMade.ts';
import type { SavedFilter } from '../../core/sessions/filters/savedFilters.ts';
import type { Completion, Completions } from '../../core/sessions/query/completions.ts';
import type { InvalidQuery } from '../../core/sessions/query/invalidQuery.ts';
import { labelText, oneLine } from '../../core/text/visibleText.ts';
import { countText } from '../countText.ts';
import { plural } from '../plural.ts';
import { queryProblemText } from '../failures/invalidQueryWords.ts';
import { completed } from './completed.ts';
import { completionWords } from './completionWords.ts';

/** What became of the text that was typed. */
export type Outcome =
  | { readonly kind: 'matches'; readonly matched: number; readonly total: number }
  | { readonly kind: 'problem'; readonly problem: InvalidQuery }
  /** It is a query, but there is no list yet that it could be asked of. */
  | { readonly kind: 'noList' };

/** One row of the filter's box, as plain data. */
export type FilterItem = { readonly icon: string; readonly label: string; readonly description: string } & (
  | { readonly kind: 'apply' }
  | { readonly kind: 'problem' }
  /** Puts another text into the box, which stays open. */
  | { readonly kind: 'rewrite'; readonly text: string; readonly savedAs?: string }
  | { readonly kind: 'addFilter' }
  | { readonly kind: 'separator' }
);

export interface FilterChoices {
  readonly saved: readonly SavedFilter[];
  readonly recent: readonly string[];
}

/** What the box shows for a text: first what it would do, or what is wrong with it, then the ways to go on. */
export function filterItems(
  text: string,
  outcome: Outcome,
  completions: Completions,
  choices: FilterChoices,
): readonly FilterItem[] {
  return [
    firstItem(text, outcome),
    ...(text.trim() === '' ? [addFilterItem(), ...choiceItems(choices), separator(l10n.t('Fields'))] : []),
    ...completions.items.map((item) => completionItem(text, completions, item)),
  ];
}

/** What a ready-made filter is called. */
export function readyMadeLabel(name: ReadyMade): string {
  const labels: Readonly<Record<ReadyMade, string>> = {
    live: l10n.t('Live now'),
    startedToday: l10n.t('Started today'),
    long: l10n.t('Longer than 8 hours'),
    withoutItsm: l10n.t('No ITSM code'),
    protected: l10n.t({
      message: 'Protected from purge',
      args: [],
      comment: 'The sessions that are, not the field of one.',
    }),
  };
  return labels[name];
}

function firstItem(text: string, outcome: Outcome): FilterItem {
  switch (outcome.kind) {
    case 'problem': {
      const { problem } = outcome;
      const part = text.slice(problem.position, problem.position + problem.length);
      const label = labelText(queryProblemText(problem.problem));
      return { kind: 'problem', icon: 'error', label, description: labelText(oneLine(part)) };
    }
    case 'noList':
      return { kind: 'apply', icon: 'check', label: l10n.t('Apply once the list is loaded'), description: '' };
    case 'matches': {
      const [matched, total] = [countText(outcome.matched), countText(outcome.total)];
      const all = () =>
        plural(outcome.total, l10n.t('No filter: {0} session', total), l10n.t('No filter: all {0} sessions', total));
      const label = text.trim() === '' ? all() : l10n.t('Apply: {0} of {1}', matched, total);
      return { kind: 'apply', icon: 'check', label, description: '' };
    }
  }
}

function choiceItems({ saved, recent }: FilterChoices): readonly FilterItem[] {
  const ready = Object.entries(readyMade) as readonly (readonly [ReadyMade, string])[];
  return [
    ...section(
      l10n.t('Saved'),
      saved.map(({ name, query }) => ({ ...rewrite('bookmark', labelText(oneLine(name)), query), savedAs: name })),
    ),
    ...section(
      l10n.t('Recent'),
      recent.map((query) => ({ ...rewrite('history', labelText(oneLine(query)), query), description: '' })),
    ),
    ...section(
      l10n.t('Ready-made'),
      ready.map(([name, query]) => rewrite('filter', readyMadeLabel(name), query)),
    ),
  ];
}

function section(label: string, items: readonly FilterItem[]): readonly FilterItem[] {
  return items.length === 0 ? [] : [separator(label), ...items];
}

function separator(label: string): FilterItem {
  return { kind: 'separator', icon: '', label, description: '' };
}

function addFilterItem(): FilterItem {
  return {
    kind: 'addFilter',
    icon: 'add',
    label: l10n.t('Add Filter…'),
    description: l10n.t('Pick a field and its values'),
  };
}

function rewrite(icon: string, label: string, text: string): FilterItem & { readonly kind: 'rewrite' } {
  return { kind: 'rewrite', icon, label, description: labelText(oneLine(text)), text };
}

function completionItem(text: string, completions: Completions, item: Completion): FilterItem {
  const words = completionWords(item);
  const [label, description] = [labelText(words.label), words.description];
  return { kind: 'rewrite', icon: iconOf(item), label, description, text: completed(text, completions, item) };
}

function iconOf({ kind }: Completion): string {
  const icons: Readonly<Record<Completion['kind'], string>> = {
    name: 'symbol-field',
    operator: 'symbol-operator',
    word: 'symbol-keyword',
    value: 'symbol-constant',
  };
  return icons[kind];
}

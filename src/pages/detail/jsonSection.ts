import { jsonKey, type DetailView, type FromDetailPage } from '../../shared/detail.ts';
import { makeButton } from '../button.ts';
import { make } from '../make.ts';
import type { Part } from '../part.ts';
import { setText } from '../setText.ts';

/** What the server sent, folded up until a person wants to see it. Hidden until the session was fetched. */
export type JsonSection = Part<DetailView>;

export function makeJsonSection(post: (message: FromDetailPage) => void): JsonSection {
  const summary = make('summary');
  const copy = makeButton('secondary', 'copy', () => post({ type: 'copy', key: jsonKey }));
  const text = make('pre', 'json');
  text.dir = 'ltr';
  const element = make('details', 'folded', summary, copy.element, text);
  return {
    element,
    show({ json, words }) {
      setText(summary, words.json);
      copy.setLabel(words.copyJson);
      setText(text, json ?? '');
      element.hidden = json === null;
    },
  };
}

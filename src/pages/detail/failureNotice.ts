import type { DetailButton, DetailView, FromDetailPage } from '../../shared/detail.ts';
import { makeButton } from '../button.ts';
import { makeIcon } from '../icon.ts';
import { make } from '../make.ts';
import { setText } from '../setText.ts';
import { partsIn } from '../part.ts';
import type { Part } from '../part.ts';

/** The block above the fields that tells what went wrong, what to do, and offers to do it. Hidden when nothing did. */
export type FailureNotice = Part<DetailView['failure']>;

export function makeFailureNotice(post: (message: FromDetailPage) => void): FailureNotice {
  const what = make('p', 'what');
  const advice = make('p', 'advice');
  const buttons = make('div', 'buttons');
  const showButtons = partsIn<DetailButton>(
    buttons,
    (button) => button.action,
    ({ action }) => {
      const { element, setLabel } = makeButton('secondary', undefined, () => post({ type: 'button', action }));
      return { element, show: (button) => setLabel(button.label) };
    },
  );

  const element = make('div', 'failure', makeIcon('error'), make('div', 'words', what, advice, buttons));
  element.setAttribute('role', 'alert');
  element.hidden = true;
  return {
    element,
    show(failure) {
      setText(what, failure?.what ?? '');
      setText(advice, failure?.advice ?? '');
      showButtons(failure?.buttons ?? []);
      element.hidden = failure === null;
    },
  };
}

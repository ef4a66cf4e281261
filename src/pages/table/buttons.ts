import type { FromTablePage } from '../../shared/table.ts';
import type { TableButton } from '../../shared/tableView.ts';
import { make } from '../make.ts';
import { setText } from '../setText.ts';
import { partsIn, type Part } from '../part.ts';

type Post = (message: FromTablePage) => void;

/** A row of buttons that ask the host for what they say. */
export type Buttons = Part<readonly TableButton[]>;

export function makeButtons(post: Post): Buttons {
  const element = make('div', 'buttons');
  const show = partsIn<TableButton>(
    element,
    (button) => button.action,
    ({ action }) => {
      const button = make('button');
      button.type = 'button';
      button.addEventListener('click', () => post({ type: 'button', action }));
      return { element: button, show: ({ label }) => setText(button, label) };
    },
  );
  return { element, show };
}

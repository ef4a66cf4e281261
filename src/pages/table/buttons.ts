import type { FromTablePage, TableButton } from '../../shared/table.ts';
import { make, makeIcon, setText } from '../dom.ts';
import { partsIn, type Part } from '../part.ts';

type Post = (message: FromTablePage) => void;

/** A row of buttons that ask the host for what they say. */
export function makeButtons(post: Post): Part<readonly TableButton[]> {
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

/** A button with an icon alone; its label is its name and its tooltip. */
export function makeIconButton(
  icon: string,
  press: () => void,
): { element: HTMLElement; setLabel(label: string): void } {
  const element = make('button', 'icon', makeIcon(icon));
  element.type = 'button';
  element.addEventListener('click', press);
  return {
    element,
    setLabel(label) {
      element.ariaLabel = label;
      element.title = label;
    },
  };
}

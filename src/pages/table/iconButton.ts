import { makeIcon } from '../icon.ts';
import { make } from '../make.ts';

/** A button with an icon alone; its label is its name and its tooltip. */
export interface IconButton {
  readonly element: HTMLElement;
  setLabel(label: string): void;
}

export function makeIconButton(icon: string, press: () => void): IconButton {
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

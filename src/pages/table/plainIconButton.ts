import { makeIcon } from '../icon.ts';
import { make } from '../make.ts';

/** A button with an icon alone; its label is its name and its tooltip. */
export interface PlainIconButton {
  readonly element: HTMLElement;
  setLabel(label: string): void;
}

export function makePlainIconButton(icon: string, press: () => void): PlainIconButton {
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

import { make } from './make.ts';

/** An element that shows a codicon. */
export type Icon = HTMLSpanElement;

/** A codicon that says nothing to a screen reader: the text beside it does. */
export function makeIcon(name: string): Icon {
  const icon = make('span');
  icon.setAttribute('aria-hidden', 'true');
  setIcon(icon, name);
  return icon;
}

/** Changes which codicon an element of `makeIcon` shows. */
export function setIcon(icon: Icon, name: string): void {
  icon.className = `codicon codicon-${name}`;
}

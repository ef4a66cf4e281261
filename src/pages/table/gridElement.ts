import { make } from '../make.ts';

/** The element of the grid: one stop for Tab, with a cursor of its own inside. */
export function makeGridElement(): HTMLElement {
  const element = make('div', 'grid');
  element.role = 'grid';
  element.tabIndex = 0;
  element.ariaReadOnly = 'true';
  element.ariaMultiSelectable = 'true';
  element.dataset['vscodeContext'] = JSON.stringify({ preventDefaultContextMenuItems: true });
  return element;
}

/** Scrolls sideways until a column is seen. */
export function revealColumn(element: HTMLElement, name: HTMLElement | undefined): void {
  if (name === undefined) return;
  const { offsetLeft, offsetWidth } = name;
  const end = offsetLeft + offsetWidth - element.clientWidth;
  element.scrollLeft = Math.min(offsetLeft, Math.max(element.scrollLeft, end));
}

import type { Suggestion } from '../../shared/tableAsk.ts';
import { make } from '../make.ts';

/** The list under the box: how the query can go on. */
export interface Suggestions {
  readonly element: HTMLElement;
  readonly isOpen: boolean;
  /** The one that Enter takes, if any. */
  readonly active: Suggestion | undefined;
  show(items: readonly Suggestion[]): void;
  hide(): void;
  /** Makes the next one active, or the one before; beyond either end there is none. */
  move(by: 1 | -1): void;
}

/** `onChange` hears that the list opened or closed, or that another one is active; `onPick` of one that was clicked. */
export function makeSuggestions(
  onChange: (activeId: string | undefined) => void,
  onPick: (picked: Suggestion) => void,
): Suggestions {
  const element = make('div', 'suggestions');
  element.id = 'suggestions';
  element.role = 'listbox';
  element.hidden = true;
  let items: readonly Suggestion[] = [];
  let options: readonly HTMLElement[] = [];
  let active = -1;

  function activate(next: number): void {
    active = next < -1 ? items.length - 1 : next >= items.length ? -1 : next;
    options.forEach((option, at) => {
      option.ariaSelected = String(at === active);
      option.classList.toggle('active', at === active);
    });
    options[active]?.scrollIntoView({ block: 'nearest' });
    onChange(options[active]?.id);
  }

  return {
    element,
    get isOpen() {
      return !element.hidden;
    },
    get active() {
      return items[active];
    },
    show(next) {
      items = next;
      options = items.map(({ label, description, text }, at) => {
        const option = make('div', 'suggestion', make('span', 'value', label), make('span', 'many', description));
        option.id = `suggestion-${at}`;
        option.role = 'option';
        // The box keeps the focus.
        option.addEventListener('mousedown', (event) => event.preventDefault());
        option.addEventListener('click', () => onPick({ label, description, text }));
        return option;
      });
      element.replaceChildren(...options);
      element.hidden = items.length === 0;
      activate(-1);
    },
    hide() {
      if (element.hidden) return;
      element.hidden = true;
      items = [];
      activate(-1);
    },
    move: (by) => activate(active + by),
  };
}

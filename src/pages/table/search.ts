import type { TableWords } from '../../shared/table.ts';
import { makeIcon } from '../icon.ts';
import { make } from '../make.ts';
import { makePlainIconButton } from './plainIconButton.ts';

/** The search begins this long after the last key, in milliseconds. */
const pause = 200;

export interface Search {
  readonly element: HTMLElement;
  setText(text: string): void;
  setWords(words: TableWords): void;
  /** Puts the cursor into the box, its text selected. */
  focus(): void;
  clear(): void;
}

/** The box a person types into; `onSearch` hears of its text once they pause, `onLeave` when they are through. */
export function makeSearch(onSearch: (text: string) => void, onLeave: () => void): Search {
  const input = make('input');
  input.type = 'text';
  input.spellcheck = false;
  input.maxLength = 1000;
  const clearButton = makePlainIconButton('close', () => {
    clear();
    input.focus();
  });
  clearButton.element.hidden = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let searched = '';

  function search(): void {
    clearTimeout(timer);
    clearButton.element.hidden = input.value === '';
    if (input.value === searched) return;
    searched = input.value;
    onSearch(searched);
  }

  function clear(): void {
    input.value = '';
    search();
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(search, pause);
  });
  input.addEventListener('keydown', (event) => {
    // While an input method is open, these keys belong to it.
    if (event.isComposing) return;
    // VS Code would select all a moment later, including what was typed since, and the next key would replace it.
    if (event.key === 'a' && (event.ctrlKey || event.metaKey)) event.stopPropagation();
    if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape' && input.value !== '') clear();
      else {
        search();
        onLeave();
      }
    }
  });

  return {
    element: make('div', 'search', makeIcon('search'), input, clearButton.element),
    setText(text) {
      input.value = text;
      searched = text;
      clearButton.element.hidden = text === '';
    },
    setWords(words) {
      input.placeholder = words.search;
      input.ariaLabel = words.search;
      clearButton.setLabel(words.clear);
    },
    focus() {
      input.focus();
      input.select();
    },
    clear,
  };
}

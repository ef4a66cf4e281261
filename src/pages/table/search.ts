import type { Refusal, Suggestion } from '../../shared/tableAsk.ts';
import type { TableWords } from '../../shared/tableView.ts';
import { makeIcon } from '../icon.ts';
import { make } from '../make.ts';
import { setText } from '../setText.ts';
import { makePlainIconButton } from './plainIconButton.ts';
import { makeSuggestions } from './suggestions.ts';
import { makeUnderline } from './underline.ts';

/** The search begins this long after the last key, in milliseconds. */
const pause = 200;

export interface Search {
  readonly element: HTMLElement;
  setText(text: string): void;
  setWords(words: TableWords): void;
  /** Puts the cursor into the box, its text selected. */
  focus(): void;
  /** What was searched for last is no query: says why, and underlines the part that is wrong. */
  refuse(refusal: Pick<Refusal, 'position' | 'length' | 'message'>): void;
  /** The rows are those that a text finds. */
  answered(text: string): void;
  /** Offers ways in which a text can go on, if it still stands there. */
  suggest(text: string, items: readonly Suggestion[]): void;
}

export interface SearchActions {
  /** Hears of the text once the person pauses. */
  readonly onSearch: (text: string) => void;
  /** Hears of each text before the cursor while it is typed. */
  readonly onType: (text: string) => void;
  /** The person is through. */
  readonly onLeave: () => void;
}

/** The box a person types a query into, by the pattern of an editable combobox with a list. */
export function makeSearch({ onSearch, onType, onLeave }: SearchActions): Search {
  const input = make('input');
  input.type = 'text';
  input.spellcheck = false;
  input.maxLength = 10_000;
  input.role = 'combobox';
  input.ariaAutoComplete = 'list';
  input.ariaExpanded = 'false';
  const underline = makeUnderline(input);
  const error = make('p', 'error');
  error.id = 'search-error';
  error.role = 'alert';
  error.hidden = true;
  const list = makeSuggestions((activeId) => {
    input.ariaExpanded = String(list.isOpen);
    if (activeId === undefined) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', activeId);
  }, accept);
  input.setAttribute('aria-controls', list.element.id);
  const clearButton = makePlainIconButton('close', () => {
    clear();
    input.focus();
  });
  clearButton.element.hidden = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let searched = '';

  const before = () => input.value.slice(0, input.selectionStart ?? input.value.length);

  function search(): void {
    clearTimeout(timer);
    clearButton.element.hidden = input.value === '';
    if (input.value === searched) return;
    searched = input.value;
    onSearch(searched);
  }

  function clear(): void {
    input.value = '';
    list.hide();
    search();
  }

  function typed(): void {
    underline.hide();
    clearTimeout(timer);
    timer = setTimeout(search, pause);
    // A new word has begun: whoever wants another name types its first letter.
    if (/(?:^|\s)$/.test(before())) list.hide();
    else onType(before());
  }

  function accept({ text }: Suggestion): void {
    const behind = input.value.slice(before().length);
    input.value = text + behind;
    input.setSelectionRange(text.length, text.length);
    list.hide();
    typed();
  }

  /** Whether a key belongs to the list of suggestions. */
  function pressInList(key: string): boolean {
    if (!list.isOpen) return false;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      list.move(key === 'ArrowDown' ? 1 : -1);
      return true;
    }
    if (key === 'Escape') {
      list.hide();
      return true;
    }
    if (key === 'Enter' && list.active !== undefined) {
      accept(list.active);
      return true;
    }
    return false;
  }

  function leave(key: string): void {
    list.hide();
    if (key === 'Escape' && input.value !== '') {
      clear();
      return;
    }
    search();
    onLeave();
  }

  input.addEventListener('input', typed);
  input.addEventListener('blur', () => list.hide());
  input.addEventListener('keydown', (event) => {
    // While an input method is open, these keys belong to it.
    if (event.isComposing) return;
    // VS Code would select all a moment later, including what was typed since, and the next key would replace it.
    if (event.key === 'a' && (event.ctrlKey || event.metaKey)) event.stopPropagation();
    const isLeaving = event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'Escape';
    if (pressInList(event.key)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (isLeaving) {
      event.preventDefault();
      event.stopPropagation();
      leave(event.key);
    }
  });

  return {
    element: make(
      'div',
      'searching',
      make('div', 'search', makeIcon('search'), underline.element, clearButton.element),
      list.element,
      error,
    ),
    setText(text) {
      input.value = text;
      searched = text;
      clearButton.element.hidden = text === '';
    },
    setWords(words) {
      input.placeholder = words.search;
      input.ariaLabel = words.search;
      list.element.ariaLabel = words.suggestions;
      clearButton.setLabel(words.clear);
    },
    focus() {
      input.focus();
      input.select();
    },
    refuse({ position, length, message }) {
      input.ariaInvalid = 'true';
      input.setAttribute('aria-describedby', error.id);
      error.hidden = false;
      setText(error, message);
      if (input.value === searched) underline.show(position, length);
    },
    answered(text) {
      if (text !== searched) return;
      input.ariaInvalid = 'false';
      input.removeAttribute('aria-describedby');
      error.hidden = true;
      underline.hide();
    },
    suggest(text, items) {
      if (document.activeElement === input && before() === text) list.show(items);
    },
  };
}

import type { FromTablePage, KeptTable, TableView, ToTablePage } from '../../shared/table.ts';
import { make } from '../make.ts';
import { setText } from '../setText.ts';
import { makeBar } from './bar.ts';
import { makeEmptyState } from './emptyState.ts';
import { makeGrid, type Grid } from './grid.ts';

export interface Page {
  readonly element: HTMLElement;
  receive(message: ToTablePage): void;
}

/** The whole page, as it was kept if it was; `keep` is told what is to be kept of it whenever that changes. */
export function makePage(
  post: (message: FromTablePage) => void,
  kept: KeptTable | undefined,
  keep: (kept: KeptTable) => void,
): Page {
  let target = kept?.target;
  let noMatch = '';
  let hasRows = false;
  let told: string | undefined;

  const heading = make('h1', 'spoken');
  const none = make('p', 'none');
  none.role = 'status';
  const face = makeEmptyState(post);
  const bar = makeBar(
    post,
    (text) => grid?.search(text),
    () => grid?.element.focus(),
  );
  /** Made when the host has told which columns there are. */
  let grid: Grid | undefined;
  function gridOf(columns: TableView['columns']): Grid {
    const made = makeGrid(columns, {
      post,
      announce: (text) => bar.announce(text),
      onChange: keepAll,
      onAnswer({ status, matched }, { text }) {
        bar.count(status);
        bar.search.answered(text);
        setText(none, matched === 0 && text !== '' ? noMatch.replace('{0}', () => text) : '');
      },
    });
    none.before(made.element);
    if (kept !== undefined) made.restore(kept);
    return made;
  }
  function keepAll(): void {
    if (target === undefined || grid === undefined) return;
    keep({ target, ...grid.kept });
    tell(hasRows ? grid.kept.cursor : null);
  }
  function tell(cursor: KeptTable['cursor']): void {
    const row = cursor === null ? null : { id: cursor.id };
    if (told === JSON.stringify(row)) return;
    told = JSON.stringify(row);
    post({ type: 'cursor', row });
  }

  const element = make('main', '', heading, bar.element, make('div', 'body', none, face.element));
  element.hidden = true;
  if (kept !== undefined) {
    bar.search.setText(kept.question.text);
  }
  element.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      bar.search.focus();
    }
  });

  return {
    element,
    receive(message) {
      if (message.type === 'answer') {
        grid?.take(message);
        return;
      }
      if (message.type === 'refusal') {
        if (grid?.refuse(message.sequence) === true) bar.search.refuse(message);
        return;
      }
      if (message.type === 'suggestions') {
        bar.search.suggest(message.text, message.items);
        return;
      }
      const { view } = message;
      ({ target } = view);
      ({ noMatch } = view.words);
      document.documentElement.lang = view.language;
      document.title = view.words.table;
      setText(heading, view.words.table);
      const isFirst = grid === undefined;
      grid ??= gridOf(view.columns);
      element.hidden = false;
      bar.show(view);
      hasRows = view.face === null;
      face.show(view.face);
      grid.show(view);
      if (view.face !== null) setText(none, '');
      keepAll();
      if (isFirst && document.hasFocus()) grid.element.focus();
    },
  };
}

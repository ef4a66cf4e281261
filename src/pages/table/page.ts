import type { FromTablePage, KeptTable, ToTablePage } from '../../shared/table.ts';
import type { TableView } from '../../shared/tableView.ts';
import { make } from '../make.ts';
import { setText } from '../setText.ts';
import { makeBar } from './bar.ts';
import { makeEmptyState } from './emptyState.ts';
import { makeGrid } from './grid.ts';

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
    (text) => grid.search(text),
    () => grid.element.focus(),
  );
  const grid = makeGrid({
    post,
    announce: (text) => bar.announce(text),
    onSelect: (text) => bar.selected(text),
    onChange: keepAll,
    onAnswer({ status, matched }, { text }) {
      bar.count(status);
      bar.search.answered(text);
      setText(none, matched === 0 && text !== '' ? noMatch.replace('{0}', () => text) : '');
    },
  });
  if (kept !== undefined) grid.restore(kept);
  function keepAll(): void {
    if (target === undefined) return;
    keep({ target, ...grid.kept });
    tell(hasRows ? grid.kept.cursor : null);
  }
  function tell(cursor: KeptTable['cursor']): void {
    const row = cursor === null ? null : { id: cursor.id };
    if (told === JSON.stringify(row)) return;
    told = JSON.stringify(row);
    post({ type: 'cursor', row });
  }

  const element = make('main', '', heading, bar.element, make('div', 'body', grid.element, none, face.element));
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
      switch (message.type) {
        case 'columns':
          grid.setColumns(message.columns);
          break;
        case 'column':
          grid.actOnColumn(message);
          break;
        case 'answer':
          grid.take(message);
          break;
        case 'refusal':
          if (grid.refuse(message.sequence)) bar.search.refuse(message);
          break;
        case 'suggestions':
          bar.search.suggest(message.text, message.items);
          break;
        case 'show':
          show(message.view);
      }
    },
  };

  function show(view: TableView): void {
    ({ target } = view);
    ({ noMatch } = view.words);
    document.documentElement.lang = view.language;
    document.title = view.words.table;
    setText(heading, view.words.table);
    const isFirst = element.hidden;
    element.hidden = false;
    bar.show(view);
    hasRows = view.face === null;
    face.show(view.face);
    grid.show(view);
    if (view.face !== null) setText(none, '');
    keepAll();
    if (isFirst && document.hasFocus()) grid.element.focus();
  }
}

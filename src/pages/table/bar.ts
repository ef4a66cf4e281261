import type { FromTablePage } from '../../shared/table.ts';
import type { TableView } from '../../shared/tableView.ts';
import { makeIcon } from '../icon.ts';
import { make } from '../make.ts';
import { setText } from '../setText.ts';
import type { Part } from '../part.ts';
import { makeButtons } from './buttons.ts';
import { makeSearch, type Search } from './search.ts';

export interface Bar extends Part<TableView> {
  readonly search: Search;
  /** How many sessions there are of how many. */
  count(status: string): void;
  /** What is to be said of the rows that are selected. */
  selected(text: string): void;
  announce(text: string): void;
}

/** What stands above the rows: the search, how many they are, what they are not, what can be done about it. */
export function makeBar(
  post: (message: FromTablePage) => void,
  onSearch: (text: string) => void,
  onLeave: () => void,
): Bar {
  const search = makeSearch({
    onSearch,
    onLeave,
    onType: (text) => post({ type: 'complete', text }),
  });
  const status = make('span', 'count');
  status.role = 'status';
  const selected = make('span', 'count');
  selected.role = 'status';
  const scope = make('span', 'label');
  const scopeButtons = makeButtons(post);
  const group = make('div', 'scope', makeIcon('list-tree'), scope, scopeButtons.element);
  const filter = make('span', 'label');
  const filterButtons = makeButtons(post);
  const filtered = make('div', 'scope', makeIcon('filter'), filter, filterButtons.element);
  const notice = make('span', 'notice');
  const buttons = makeButtons(post);
  // A text for screen readers only.
  const spoken = make('span', 'spoken');
  spoken.role = 'status';

  return {
    element: make(
      'div',
      'bar',
      search.element,
      status,
      selected,
      group,
      filtered,
      make('div', 'state', notice, buttons.element),
      spoken,
    ),
    search,
    count: (text) => setText(status, text),
    selected: (text) => setText(selected, text),
    announce: (text) => setText(spoken, text),
    show(view) {
      search.setWords(view.words);
      // While the list is loading, a screen reader must not read each new count.
      status.ariaLive = view.busy ? 'off' : 'polite';
      group.hidden = view.scope === null;
      setText(scope, view.scope?.label ?? '');
      scopeButtons.show(view.scope === null ? [] : [view.scope.button]);
      filtered.hidden = view.filter === null;
      setText(filter, view.filter?.label ?? '');
      filterButtons.show(view.filter === null ? [] : [view.filter.button]);
      setText(notice, view.notice);
      buttons.show(view.buttons);
      if (view.face !== null) [status, selected].forEach((each) => setText(each, ''));
    },
  };
}

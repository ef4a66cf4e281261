import type { FromTablePage } from '../../shared/table.ts';
import type { TableView } from '../../shared/tableView.ts';
import { makeIcon, setIcon } from '../icon.ts';
import { make } from '../make.ts';
import { setText } from '../setText.ts';
import type { Part } from '../part.ts';
import { makeButtons } from './buttons.ts';

/** What stands in place of the rows: why there are none, and what to do about it. */
export type EmptyState = Part<TableView['face']>;

export function makeEmptyState(post: (message: FromTablePage) => void): EmptyState {
  const icon = makeIcon('info');
  const what = make('p', 'what');
  const advice = make('p', 'advice');
  const buttons = makeButtons(post);
  const element = make('div', 'face', icon, what, advice, buttons.element);
  element.role = 'status';
  return {
    element,
    show(face) {
      element.hidden = face === null;
      if (face === null) return;
      setIcon(icon, face.icon);
      setText(what, face.what);
      setText(advice, face.advice);
      buttons.show(face.buttons);
    },
  };
}

import type { FromTablePage } from '../../shared/table.ts';
import type { RowLoader } from './rowLoader.ts';
import type { Whereabouts } from './whereabouts.ts';

type SessionAction = Extract<FromTablePage, { readonly type: 'session' }>['action'];

/** What the host is asked to do to the session with the cursor, or to all that are selected. */
export interface RowActions {
  act(action: SessionAction): void;
  /** Opens the session with the cursor, or all that are selected with it. */
  open(toSide: boolean): void;
  /** Copies the Session IDs of what is selected. */
  copy(): void;
}

export function makeRowActions(
  whereabouts: Whereabouts,
  loader: RowLoader,
  post: (message: FromTablePage) => void,
): RowActions {
  function act(action: SessionAction): void {
    const row = whereabouts.row === undefined ? undefined : loader.rowAt(whereabouts.row);
    if (row !== undefined) post({ type: 'session', action, id: row.id });
  }

  return {
    act,
    open(toSide) {
      const isAmong = whereabouts.isApart && whereabouts.row !== undefined && whereabouts.isSelected(whereabouts.row);
      if (isAmong) post({ type: 'openSelected', toSide });
      else act(toSide ? 'openSessionToSide' : 'openSession');
    },
    copy() {
      if (whereabouts.isApart) post({ type: 'copySelected' });
      else act('copySessionId');
    },
  };
}

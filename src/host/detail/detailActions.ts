import type { Connection } from '../../core/connections/connection.ts';
import type { Query } from '../../core/sessions/query/query.ts';
import type { SessionReference } from '../../shared/detail.ts';
import type { Act } from '../act.ts';

/** What a panel leaves to the rest of the host. */
export interface DetailActions {
  copy(text: string, label: string, session: SessionReference): void;
  /** Buttons of a failure other than "Retry"; there may be no such connection any more. */
  readonly act: Act;
  /** Shows the session in the tree, unless `signal` says that nobody wants it any more. Its end is awaited. */
  reveal(session: SessionReference, signal: AbortSignal): unknown;
  /** Opens another session; `preserveFocus` where it takes the place of the one that has the focus. */
  open(session: SessionReference, preserveFocus: boolean): void;
  /** Shows what a query finds in the list of the connection, and nothing else of it. */
  showOnly(connection: Connection, query: Query): void;
  log(complaint: string): void;
}

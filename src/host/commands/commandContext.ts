import type { Connection } from '../../core/connections/connection.ts';
import type { ConnectionEditor } from '../../core/connections/connectionEditor.ts';
import type { Connections } from '../../core/connections/connections.ts';
import type { Filters } from '../../core/connections/filters.ts';
import type { Groupings } from '../../core/connections/groupings.ts';
import type { TableLayouts } from '../../core/connections/tableLayouts.ts';
import type { Failure } from '../../core/failure.ts';
import type { Compares } from '../compare/compares.ts';
import type { Details } from '../detail/details.ts';
import type { RecentFilters } from '../filter/recentFilters.ts';
import type { NotePreview } from '../note/notePreview.ts';
import type { Tables } from '../table/tables.ts';
import type { SessionsView } from '../tree/sessionsView.ts';

/** What commands act on. */
export interface CommandContext {
  readonly connections: Connections;
  readonly changes: ConnectionEditor;
  readonly filters: Filters;
  readonly groupings: Groupings;
  readonly layouts: TableLayouts;
  readonly recentFilters: RecentFilters;
  readonly view: SessionsView;
  readonly detail: Details;
  readonly tables: Tables;
  readonly compares: Compares;
  readonly notePreview: NotePreview;
  readonly isTest: boolean;
  /** The version of the extension. */
  readonly version: string;
  /** A person refreshed or stopped: the button for it must not turn into the other one under their hand. */
  keepButtons(): void;
  showLog(): void;
  /** The report for a bug ticket. */
  diagnostics(): string;
  report(failure: Failure, connection: Connection | undefined): void;
}

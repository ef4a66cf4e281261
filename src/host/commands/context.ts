import type { Server } from '../../core/connections/server.ts';
import type { Servers } from '../../core/connections/servers.ts';
import type { PamFailure } from '../../core/pam/failure.ts';
import type { DetailPanels } from '../detail/panels.ts';
import type { TablePanels } from '../table/panels.ts';
import type { SessionsView } from '../tree/sessionsView.ts';

/** What commands act on. */
export interface CommandContext {
  readonly servers: Servers;
  readonly view: SessionsView;
  readonly detail: DetailPanels;
  readonly tables: TablePanels;
  readonly isTest: boolean;
  showLog(): void;
  /** The report for a bug ticket. */
  diagnostics(): string;
  report(failure: PamFailure, server: Server | undefined): void;
}

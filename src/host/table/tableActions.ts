import type { SessionReference } from '../../shared/detail.ts';
import type { Act } from '../act.ts';
import type { Copied } from './copied.ts';

/** What a table leaves to the rest of the host. */
export interface TableActions {
  /** Does to one session what the command of the same name does. */
  session(
    action: 'openSession' | 'openSessionToSide' | 'keepSession' | 'copySessionId',
    session: SessionReference,
  ): void;
  /** `texts` has one for each selected row; undefined where the rows have changed since. */
  copyRows(what: Copied, texts: readonly string[] | undefined, heading: string | undefined): void;
  /** Opens the sessions whose rows are selected in the table in front. */
  openSelected(toSide: boolean): void;
  readonly act: Act;
}

import type { Session } from '../core/sessions/session.ts';
import type { SessionReference } from '../shared/detail.ts';

/** A session that a panel shows, or the row of a table that has the cursor. */
export interface ShownSession {
  readonly reference: SessionReference;
  /** What the panel itself knows of it; a table leaves that to the list. */
  readonly session: Session | undefined;
  /** When a person came to it, in milliseconds of `performance.now()`. */
  readonly since: number;
}

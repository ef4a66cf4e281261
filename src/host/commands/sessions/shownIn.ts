import type { Session } from '../../../core/sessions/session.ts';
import { isSameSession, type SessionReference } from '../../../shared/detail.ts';
import type { Details } from '../../detail/details.ts';

/** What a panel shows of a session, which no list may have. */
export function shownIn({ active, others }: Details, reference: SessionReference): Session | undefined {
  const panels = active === undefined ? others : [active, ...others];
  return panels.find((panel) => isSameSession(panel.reference, reference))?.session;
}

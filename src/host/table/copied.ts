import type { Session } from '../../core/sessions/session.ts';
import { visibleText } from '../../core/text/visibleText.ts';
import { rowText } from './rowText.ts';

/** What is copied of selected rows. */
export type Copied = 'sessionId' | 'id' | 'row';

/** What is copied of one session; `''` where it has no such thing. */
export function copiedText(what: Copied, session: Session): string {
  return what === 'row' ? rowText(session) : visibleText(session[what]);
}

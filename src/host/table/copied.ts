import type { TableField } from '../../core/sessions/index/tableField.ts';
import type { Session } from '../../core/sessions/session.ts';
import { visibleText } from '../../core/text/visibleText.ts';
import { rowText } from './rowText.ts';

/** What is copied of selected rows. */
export type Copied = 'sessionId' | 'id' | 'row' | 'rowWithHeaders';

/** What is copied of one session; `''` where it has no such thing. Rows have these columns. */
export function copiedText(what: Copied, session: Session, columns: readonly TableField[]): string {
  return what === 'row' || what === 'rowWithHeaders' ? rowText(session, columns) : visibleText(session[what]);
}

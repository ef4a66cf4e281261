import { l10n } from 'vscode';
import type { Session } from '../core/sessions/session.ts';
import { isolated } from '../core/text/isolated.ts';
import { oneLine } from '../core/text/visibleText.ts';

/** Who was in a session, and as whom: user → credential. */
export function whoOf({ user, credential }: Session): string {
  const [who, as] = [isolated(oneLine(user)) || l10n.t('(no user)'), isolated(oneLine(credential))];
  return as === '' ? who : `${who} → ${as}`;
}

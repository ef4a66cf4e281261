import { l10n } from 'vscode';
import type { SessionColumn } from '../core/sessions/session.ts';

/** What a group is called. `shown` is its value, made fit to be shown. */
export function groupName(field: SessionColumn, shown: string): string {
  switch (field) {
    case 'protocol':
      return shown.toUpperCase() || l10n.t('(no protocol)');
    case 'device':
      return shown || l10n.t('(no device)');
    default:
      return shown || l10n.t('(none)');
  }
}

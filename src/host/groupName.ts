import { l10n } from 'vscode';

/** What a group is called. `shown` is its value, made fit to be shown. */
export function groupName(field: string, shown: string): string {
  switch (field) {
    case 'protocol':
      return shown.toUpperCase() || l10n.t('(no protocol)');
    case 'device':
      return shown || l10n.t('(no device)');
    case 'user':
      return shown || l10n.t('(no user)');
    default:
      return shown || l10n.t('(none)');
  }
}

import { l10n } from 'vscode';
import type { Connection } from '../../core/connections/connection.ts';
import { visibleText } from '../../core/text/visibleText.ts';

/** What the view says where there is one connection only: which one it is. */
export function describeOnlyConnection({ settings, signIn }: Connection): string {
  const { host } = new URL(settings.baseUrl);
  const about = [
    visibleText(settings.name),
    host === settings.name ? '' : host,
    signIn === 'forSession' ? l10n.t('signed in for this session only') : '',
  ];
  return about.filter((part) => part !== '').join(' · ');
}

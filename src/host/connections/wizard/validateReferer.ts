import { l10n } from 'vscode';
import { errorRemark, type Remark } from './remark.ts';

/** Refuses a referer that cannot stand in a header. */
export function validateReferer(text: string): Remark | undefined {
  return /^[\x20-\x7e]+$/.test(text) ? undefined : errorRemark(l10n.t('A referer holds plain ASCII characters only.'));
}

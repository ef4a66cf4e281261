import { l10n } from 'vscode';
import { isRetention } from '../../../core/sessions/purge.ts';
import { errorRemark, type Remark } from './remark.ts';

/** Refuses what is no number of days. */
export function validateDays(text: string): Remark | undefined {
  return /^\d+$/.test(text) && isRetention(Number(text))
    ? undefined
    : errorRemark(l10n.t('Enter a whole number of days from 1 to 36500.'));
}

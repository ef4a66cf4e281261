import { l10n } from 'vscode';
import type { Format } from '../../core/output/export/format.ts';
import { pick } from '../prompts/pick.ts';

/** A format as a person chooses it. */
export interface FormatChoice {
  readonly format: Format;
  readonly hasMark: boolean;
}

/** Asks for the format. Rejects with `Dismissed`, as the other questions do. */
export function chooseFormat(title: string): Promise<FormatChoice> {
  return pick(title, [
    {
      value: { format: 'csv', hasMark: false },
      label: l10n.t('CSV'),
      detail: l10n.t('One row a line, in UTF-8; durations in seconds'),
    },
    {
      value: { format: 'csv', hasMark: true },
      label: l10n.t('CSV for Excel'),
      detail: l10n.t('The same with a byte order mark, by which Excel knows UTF-8'),
    },
    { value: { format: 'json', hasMark: false }, label: l10n.t('JSON'), detail: l10n.t('One array of objects') },
    { value: { format: 'ndjson', hasMark: false }, label: l10n.t('NDJSON'), detail: l10n.t('One object a line') },
  ]);
}

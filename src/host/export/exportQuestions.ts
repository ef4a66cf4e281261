import { l10n, window, type Uri } from 'vscode';
import type { Format } from '../../core/output/export/format.ts';
import type { WrittenField } from '../../core/sessions/columns/writing.ts';
import { labelText } from '../../core/text/visibleText.ts';
import { Dismissed, pick } from '../prompts/pick.ts';
import type { LastPlace } from './lastPlace.ts';

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

/** Asks which of the columns are wanted, at least one. */
export async function chooseColumns(title: string, columns: readonly WrittenField[]): Promise<readonly WrittenField[]> {
  const isAll = await pick(title, [
    { value: true, label: l10n.t('All columns'), detail: labelText(columns.join(', ')) },
    { value: false, label: l10n.t('Choose columns…') },
  ]);
  if (isAll) {
    return columns;
  }
  const items = columns.map((column) => ({ column, label: labelText(column), picked: true }));
  const chosen = await window.showQuickPick(items, { title, canPickMany: true, ignoreFocusOut: true });
  if (chosen === undefined || chosen.length === 0) {
    throw new Dismissed();
  }
  return chosen.map(({ column }) => column);
}

const extensions: Readonly<Record<Format, string>> = { csv: 'csv', json: 'json', ndjson: 'ndjson' };

/** Asks where to write. The dialog itself asks whether a file that is there may be replaced. */
export async function chooseFile(title: string, name: string, format: Format, last: LastPlace): Promise<Uri> {
  const file = `${name.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.${extensions[format]}`;
  const uri = await window.showSaveDialog({
    title,
    saveLabel: l10n.t('Export'),
    defaultUri: last.beside(file),
    filters: { [format.toUpperCase()]: [extensions[format]] },
  });
  if (uri === undefined) {
    throw new Dismissed();
  }
  return uri;
}

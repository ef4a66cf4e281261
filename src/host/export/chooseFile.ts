import { l10n, window, type Uri } from 'vscode';
import type { Format } from '../../core/output/export/format.ts';
import { Dismissed } from '../prompts/pick.ts';
import type { LastPlace } from './lastPlace.ts';

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

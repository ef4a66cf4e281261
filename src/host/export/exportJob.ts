import type { Connection } from '../../core/connections/connection.ts';
import type { LoadedList } from '../../core/connections/sessionStore.ts';
import type { Format } from '../../core/output/export/format.ts';
import { manifestText } from '../../core/output/export/manifest.ts';
import { writeOut, type WriteOptions, type Written } from '../../core/output/export/writeOut.ts';
import { writtenRows } from '../../core/output/export/writtenRows.ts';
import type { WrittenField } from '../../core/sessions/columns/writing.ts';
import type { Rows } from '../../core/sessions/index/sessionIndex.ts';
import type { Job } from './place.ts';

/** Some rows of a list in their order, and what they were asked for by. */
export interface RowsToExport {
  readonly connection: Connection;
  readonly list: LoadedList;
  readonly rows: Rows;
  /** As it was typed. */
  readonly query: string;
  /** With its times made absolute; null where no query finds just these rows. */
  readonly queryAbsolute: string | null;
  /** When it was evaluated, in seconds since 1970. */
  readonly evaluatedAt: number;
}

/** How they are to be written. */
export interface ExportChoices {
  readonly format: Format;
  readonly columns: readonly WrittenField[];
  /** Whether CSV begins with a byte order mark. */
  readonly hasMark: boolean;
  readonly hasManifest: boolean;
  readonly overwrite: boolean;
  /** The name of the file, for the manifest. */
  readonly file: string;
  /** The version of the extension. */
  readonly version: string;
}

/** What is to be done at the place that an export is written to. */
export function exportJob(source: RowsToExport, choices: ExportChoices, options: WriteOptions = {}): Job {
  return {
    write: (sink) => writeOut(writtenRows(source.list.index, source.rows, choices), sink, options),
    manifestOf: choices.hasManifest ? (written) => manifestOf(source, choices, written) : undefined,
    overwrite: choices.overwrite,
  };
}

function manifestOf(source: RowsToExport, { file, format, columns, version }: ExportChoices, written: Written): string {
  const { connection, list, query, queryAbsolute, evaluatedAt } = source;
  const { baseUrl, timeZone } = connection.settings;
  const { sha256, bytes, rows, defused } = written;
  const { fetchedAt, complete, skipped, duplicates, replaced } = list;
  return manifestText({
    ...{ file, format, sha256, bytes, rows, columns: [...columns], query, queryAbsolute },
    evaluatedAt: new Date(evaluatedAt * 1000).toISOString(),
    server: baseUrl,
    flavour: connection.flavour,
    fetchedAt: fetchedAt.toISOString(),
    ...{ complete, skipped, duplicates, replaced, defused },
    timeZone: timeZone ?? null,
    version,
  });
}

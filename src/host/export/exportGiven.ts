import path from 'node:path';
import { l10n, window } from 'vscode';
import { inSlices } from '../../core/async/work.ts';
import { Failure } from '../../core/failure.ts';
import { columnsOf } from '../../core/output/export/columnsOf.ts';
import { parseQuery } from '../../core/sessions/query/parseQuery.ts';
import { printQuery } from '../../core/sessions/query/printQuery.ts';
import { withAbsoluteTimes } from '../../core/sessions/query/withAbsoluteTimes.ts';
import { plainText } from '../../core/text/visibleText.ts';
import type { CommandContext } from '../commands/commandContext.ts';
import { countText } from '../countText.ts';
import { plural } from '../plural.ts';
import { exportJob, type RowsToExport } from './exportJob.ts';
import { FilePlace } from './filePlace.ts';
import { readExport, type ExportArgument } from './readExport.ts';

/**
 * `pamSessions.export` with an argument, as another extension calls it: a person agrees first, unless a test runs.
 * Rejects with `invalidQuery`, with `notWritten`, or as the load of the list does.
 */
export async function exportGiven(
  { connections, isTest, version }: CommandContext,
  argument: unknown,
): Promise<{ readonly rows: number; readonly sha256: string }> {
  const given = readExport(argument);
  const { format, path: file, manifest: hasManifest, overwrite } = given;
  const place = new FilePlace(file);
  await connections.settled;
  const connection = connections.get(given.connection);
  await place.check({ overwrite });
  const list = await connection.store.load();
  const source = await found({ connection, list }, given);
  if (!isTest && !(await agreed(source.rows.length, file))) {
    throw new Failure('cancelled');
  }
  const { unknownNames } = await inSlices(list.index.queryRows());
  const columns = columnsOf(format, unknownNames);
  const choices = { format, columns, hasMark: false, hasManifest, overwrite, file: path.basename(file), version };
  const { rows, sha256 } = await place.run(exportJob(source, choices));
  return { rows, sha256 };
}

/** The rows that a query finds, in the order of the API. */
async function found(
  { connection, list }: Pick<RowsToExport, 'connection' | 'list'>,
  { query }: Pick<ExportArgument, 'query'>,
): Promise<RowsToExport> {
  const clock = connection.clock();
  const { unknownNames } = await inSlices(list.index.queryRows());
  const parsed = parseQuery(query, { unknownNames, clock });
  const rows = await inSlices(list.index.finding(parsed, clock));
  const queryAbsolute = printQuery(withAbsoluteTimes(parsed, clock));
  return { connection, list, rows, query, queryAbsolute, evaluatedAt: clock.instant };
}

async function agreed(rows: number, file: string): Promise<boolean> {
  const write = l10n.t('Write File');
  const question = plural(
    rows,
    l10n.t('Another extension wants to write {0} session to {1}.', countText(rows), plainText(file)),
    l10n.t('Another extension wants to write {0} sessions to {1}.', countText(rows), plainText(file)),
  );
  return (await window.showWarningMessage(question, { modal: true }, write)) === write;
}

import path from 'node:path';
import { commands, env, l10n, ProgressLocation, UIKind, window, workspace, type Uri } from 'vscode';
import { inSlices } from '../../core/async/work.ts';
import { Failure } from '../../core/failure.ts';
import { columnsOf } from '../../core/output/export/columnsOf.ts';
import type { Written } from '../../core/output/export/writeOut.ts';
import { plainText } from '../../core/text/visibleText.ts';
import type { CommandContext } from '../commands/commandContext.ts';
import { copiedMilliseconds } from '../commands/copyText.ts';
import { countText } from '../countText.ts';
import { plural } from '../plural.ts';
import { brokenCellsText } from './brokenCellsText.ts';
import { sentences } from '../failures/failureWords.ts';
import { writesManifests } from '../settings.ts';
import { chooseFile } from './chooseFile.ts';
import { chooseFields } from './chooseFields.ts';
import { chooseFormat } from './chooseFormat.ts';
import { exportJob, type ExportChoices, type RowsToExport } from './exportJob.ts';
import { FilePlace } from './filePlace.ts';
import type { LastPlace } from './lastPlace.ts';
import { toExport } from './meantRows.ts';
import { RemotePlace } from './remotePlace.ts';
import { rowsMeant } from './rowsMeant.ts';

/** Asks a person in which format and where to write the rows that they mean, and writes them. */
export async function exportAsked(
  context: CommandContext,
  last: LastPlace,
  target: unknown,
  selection: unknown,
): Promise<void> {
  const meant = await rowsMeant(context, l10n.t('Export'), target, selection);
  const { connection, list, rows } = meant;
  const count = countText(rows.length);
  const title = plural(rows.length, l10n.t('Export {0} session', count), l10n.t('Export {0} sessions', count));
  const { format, hasMark } = await chooseFormat(title);
  const { unknownNames } = await inSlices(list.index.queryRows());
  const columns = await chooseFields(title, columnsOf(format, unknownNames));
  const name = `${connection.settings.name}-${list.fetchedAt.toISOString().slice(0, 10)}`;
  const uri = await chooseFile(title, name, format, last);
  const written = await writeVisibly(title, await toExport(meant), uri, {
    ...{ format, hasMark, columns },
    hasManifest: writesManifests(),
    overwrite: true,
    file: path.posix.basename(uri.path),
    version: context.version,
  });
  if (written === undefined) {
    window.setStatusBarMessage(l10n.t('The export was cancelled, and nothing was written.'), copiedMilliseconds);
  } else {
    last.remember(uri);
    await tell(uri, written);
  }
}

/** Writes while a notification tells how far it is; undefined where the person ends it there. */
async function writeVisibly(
  title: string,
  source: RowsToExport,
  uri: Uri,
  choices: ExportChoices,
): Promise<Written | undefined> {
  const place = uri.scheme === 'file' ? new FilePlace(uri.fsPath) : new RemotePlace(workspace.fs, uri);
  const total = Math.max(source.rows.length, 1);
  try {
    return await window.withProgress(
      { location: ProgressLocation.Notification, title, cancellable: true },
      (progress, token) => {
        const cancelling = new AbortController();
        token.onCancellationRequested(() => cancelling.abort());
        let told = 0;
        const onProgress = (rows: number) => {
          const percent = Math.floor((rows / total) * 100);
          if (percent > told) {
            progress.report({ increment: percent - told });
            told = percent;
          }
        };
        return place.run(exportJob(source, choices, { signal: cancelling.signal, onProgress }));
      },
    );
  } catch (error) {
    if (error instanceof Failure && error.code === 'cancelled') {
      return undefined;
    }
    throw error;
  }
}

async function tell(uri: Uri, { rows, defused, broken }: Written): Promise<void> {
  const file = plainText(path.posix.basename(uri.path));
  const what = plural(
    rows,
    l10n.t('{0} session was written to {1}.', countText(rows), file),
    l10n.t('{0} sessions were written to {1}.', countText(rows), file),
  );
  const more =
    defused === 0
      ? undefined
      : l10n.t(
          'Cells that a spreadsheet would take for formulas have an apostrophe before them: {0}.',
          countText(defused),
        );
  const [open, reveal] = [l10n.t('Open'), l10n.t('Reveal')];
  // Only the file manager of the person's own machine can show a file of it.
  const canReveal = uri.scheme === 'file' && env.uiKind === UIKind.Desktop && env.remoteName === undefined;
  const chosen = await window.showInformationMessage(
    sentences(what, more, brokenCellsText(broken)),
    open,
    ...(canReveal ? [reveal] : []),
  );
  if (chosen !== undefined) {
    await commands.executeCommand(chosen === open ? 'vscode.open' : 'revealFileInOS', uri);
  }
}

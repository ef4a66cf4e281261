import { createReadStream } from 'node:fs';
import path from 'node:path';
import { l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import { differences, look, type Difference } from '../../core/output/export/differences.ts';
import { manifestPath, readManifest, type Manifest } from '../../core/output/export/manifest.ts';
import { plainText } from '../../core/text/visibleText.ts';
import { countText } from '../countText.ts';
import { plural } from '../plural.ts';
import { sentences } from '../failures/failureWords.ts';
import { Dismissed } from '../prompts/pick.ts';
import type { LastPlace } from './lastPlace.ts';

const manifestEnd = manifestPath('');

/**
 * Compares a file with the manifest beside it and says what differs, or that nothing does. Resolves to what it said; a
 * program may name the file, or its manifest, by its `Uri`.
 */
export async function verifyExport(last: LastPlace, target: unknown): Promise<string> {
  const chosen = target instanceof Uri ? target : await chooseFile(last);
  const uri = chosen.path.endsWith(manifestEnd)
    ? chosen.with({ path: chosen.path.slice(0, -manifestEnd.length) })
    : chosen;
  const name = plainText(path.posix.basename(uri.path));
  const manifest = await manifestOf(uri);
  if (manifest === undefined) {
    return warned(l10n.t('{0} cannot be verified: no manifest stands beside it.', name));
  }
  const found = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Verifying {0}', name) },
    () => differencesOf(uri, manifest),
  );
  if (found === undefined) {
    return warned(l10n.t('{0} cannot be verified: it cannot be read.', name));
  }
  if (found.length > 0) {
    return warned(sentences(l10n.t('{0} is not the file that its manifest speaks of.', name), ...found.map(wordsOf)));
  }
  const { rows, sha256 } = manifest;
  const text = l10n.t(
    '{0} is the file that its manifest speaks of. Rows: {1}. SHA-256: {2}.',
    ...[name, countText(rows), sha256],
  );
  void window.showInformationMessage(text);
  return text;
}

async function chooseFile({ file: defaultUri }: LastPlace): Promise<Uri> {
  const question = { title: l10n.t('Verify Export'), openLabel: l10n.t('Verify') };
  const [uri] = (await window.showOpenDialog(defaultUri === undefined ? question : { ...question, defaultUri })) ?? [];
  if (uri === undefined) {
    throw new Dismissed();
  }
  return uri;
}

/** Undefined where there is none that can be read. */
async function manifestOf(uri: Uri): Promise<Manifest | undefined> {
  try {
    const bytes = await workspace.fs.readFile(uri.with({ path: manifestPath(uri.path) }));
    return readManifest(Buffer.from(bytes).toString());
  } catch {
    return undefined;
  }
}

/** Undefined where the file cannot be read. */
async function differencesOf(uri: Uri, manifest: Manifest): Promise<readonly Difference[] | undefined> {
  try {
    const pieces = uri.scheme === 'file' ? createReadStream(uri.fsPath) : whole(uri);
    return differences(manifest, await look(path.posix.basename(uri.path), pieces, manifest));
  } catch {
    return undefined;
  }
}

async function* whole(uri: Uri): AsyncGenerator<Uint8Array> {
  yield await workspace.fs.readFile(uri);
}

function wordsOf({ kind, told, seen }: Difference): string {
  switch (kind) {
    case 'file':
      return l10n.t('It was written as {0}.', plainText(told));
    case 'bytes':
      return plural(
        told,
        l10n.t('It was written with {0} byte and has {1}.', countText(told), countText(seen)),
        l10n.t('It was written with {0} bytes and has {1}.', countText(told), countText(seen)),
      );
    case 'rows':
      return plural(
        told,
        l10n.t('It was written with {0} row and has {1}.', countText(told), countText(seen)),
        l10n.t('It was written with {0} rows and has {1}.', countText(told), countText(seen)),
      );
    case 'sha256':
      return l10n.t('Its SHA-256 was {0} and is {1}.', told, seen);
  }
}

function warned(text: string): string {
  void window.showWarningMessage(text);
  return text;
}

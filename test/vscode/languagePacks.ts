import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from './places.ts';

/** The languages that VS Code can be started in here, as its language packs call them. */
export const languages = ['en', 'pt-br', 'es'] as const;
export type Language = (typeof languages)[number];

interface LanguagePack {
  readonly version: string;
  readonly contributes: {
    readonly localizations: readonly {
      readonly languageId: string;
      readonly localizedLanguageName: string;
      readonly translations: readonly { readonly id: string; readonly path: string }[];
    }[];
  };
}

/** The extension that is a language pack, too: VS Code shows a language only where it has a pack for it. */
const folder = path.join(projectRoot, 'test/demo/companion');

/**
 * Tells VS Code's server of the language pack, in the file in which desktop VS Code notes each that is installed; the
 * server's command line installs one and notes nothing.
 */
export async function noteLanguagePacks(userDataDir: string): Promise<void> {
  const { version, contributes } = await readManifest();
  const noted = contributes.localizations.map(({ languageId, localizedLanguageName, translations }) => [
    languageId,
    {
      hash: version,
      label: localizedLanguageName,
      extensions: [{ extensionIdentifier: { id: 'pam-sessions.pam-sessions-demo' }, version }],
      translations: Object.fromEntries(translations.map(({ id, path: file }) => [id, path.join(folder, file)])),
    },
  ]);
  await writeFile(path.join(userDataDir, 'languagepacks.json'), JSON.stringify(Object.fromEntries(noted)));
}

async function readManifest(): Promise<LanguagePack> {
  return JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as LanguagePack;
}

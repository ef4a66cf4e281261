import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../vscode/languagePacks.ts';
import { projectRoot } from '../vscode/places.ts';

/** What the extension says in one language. */
export interface Words {
  /** The text of `l10n.t` for this English one, filled in. */
  readonly t: (english: string, ...values: readonly string[]) => string;
  /** The title of a command, as it is typed into the palette. */
  readonly command: (name: string) => string;
  /** The command of VS Code that shows our view, as the language pack calls it. */
  readonly focusView: string;
}

export function wordsIn(language: Language): Words {
  const isEnglish = language === 'en';
  const bundle = isEnglish ? undefined : read(`l10n/bundle.l10n.${language}.json`);
  const manifest = read(isEnglish ? 'package.nls.json' : `package.nls.${language}.json`);
  return {
    t: (english, ...values) => {
      const text = bundle === undefined ? english : bundle[english];
      assert.ok(text, english);
      return text.replace(/\{(\d+)\}/g, (_, at) => values[Number(at)] ?? '');
    },
    command: (name) => (manifest[`commands.${name}`] ?? '').replace('…', ''),
    focusView: (isEnglish ? 'Focus on {0} View' : focusIn(language)).replace('{0}', 'PAM Sessions'),
  };
}

function focusIn(language: Language): string {
  const file = path.join(projectRoot, `test/demo/companion/translations/${language}.json`);
  const { contents } = JSON.parse(readFileSync(file, 'utf8')) as { contents: Record<string, Record<string, string>> };
  return contents['vs/workbench/services/views/browser/viewsService']?.['focus view'] ?? '';
}

function read(file: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(path.join(projectRoot, file), 'utf8')) as Readonly<Record<string, string>>;
}

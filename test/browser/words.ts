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
  };
}

function read(file: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(path.join(projectRoot, file), 'utf8')) as Readonly<Record<string, string>>;
}

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import * as v from 'valibot';
import { callsOf, readJson, shownText, sourcesUnder } from './sources.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const bundle = v.record(v.string(), v.string());
const languages = ['pt-br', 'es'];

/** What stays as it is: names, abbreviations, and what the server's own pages call so in each language. */
const names = [
  ...['API', 'CSV', 'ID', 'ITSM', 'JSON', 'NDJSON', 'TCP', 'TLS', 'PAM Sessions', '{0} min'],
  ...['Client ID', 'Client secret', 'Consumer key', 'Consumer secret', 'Token secret', 'Proxy', 'Referer', 'Tenant'],
];
/** What is the same in a language as in English: those, and words that happen to be alike. */
const alike: Readonly<Record<string, readonly string[]>> = {
  'pt-br': [...names, 'Link', 'Status', 'Token', 'via proxy {0}'],
  es: [...names, 'No', 'Token'],
};

/** Words used in several places that mean the same in all of them; one of two meanings is given a comment instead. */
const oneMeaning =
  'Add Connection|Authorization|Cancel|Clear Filter|Connection|Copy Session ID|Day|Device|Duration|Ended|Export|Export…|Fetching…|Fields|JSON|Live|Name|' +
  'No|No Groups|Open|Open Session|Origin IP|Proxy|Refresh|Reveal in Tree|Show All|Show Partial List|Sign In…|Token|User|Yes|default';

/** Words that no sentence in Portuguese or Spanish has. */
const english = /\b(the|of|and|with|which|this|from|was|are)\b/i;

const sources = sourcesUnder('src').map((file) => ({
  contents: readFileSync(path.join(root, file), 'utf8'),
  extension: '.ts',
}));
const extracted = await getL10nJson(sources);
/** By what VS Code looks for in a bundle: the text, with its comment if it has one. */
const inCode = new Map(
  Object.entries(extracted).map(([key, value]) => [key, typeof value === 'string' ? value : value.message]),
);
const inManifest = new Map(Object.entries(v.parse(bundle, readJson('package.nls.json'))));

for (const language of languages) {
  for (const [name, originals] of [
    [`l10n/bundle.l10n.${language}.json`, inCode],
    [`package.nls.${language}.json`, inManifest],
  ] as const) {
    describe(`the translations in ${name}`, () => {
      const translations = new Map(Object.entries(v.parse(bundle, readJson(name))));
      const pairs = [...originals].map(([key, original]) => ({ key, original, text: translations.get(key) ?? '' }));

      /** The texts that are not as they should be, with what they say. */
      function wrong(isWrong: (original: string, text: string) => boolean): readonly string[] {
        return pairs
          .filter(({ key, original, text }) => translations.has(key) && isWrong(original, text))
          .map(({ original, text }) => `${original} → ${text}`);
      }

      it('are of every text and of no others', () => {
        const [known, given] = [[...originals.keys()], [...translations.keys()]];
        assert.deepEqual(
          known.filter((key) => !translations.has(key)),
          [],
        );
        assert.deepEqual(
          given.filter((key) => !originals.has(key)),
          [],
        );
        assert.ok(known.length > 50);
      });

      it('have the same placeholders, icons, code and links', () => {
        assert.deepEqual(
          wrong((original, text) => fixedParts(original).join() !== fixedParts(text).join()),
          [],
        );
      });

      it('begin and end as the English does, with no blank', () => {
        assert.deepEqual(
          wrong((original, text) => text.trim() !== text || endOf(original) !== endOf(text)),
          [],
        );
      });

      it('lead to pictures that there are', () => {
        const missing = [...originals.values(), ...translations.values()]
          .flatMap((text) => pictureOf(text) ?? [])
          .filter((picture) => !existsSync(path.join(root, picture)));
        assert.deepEqual(missing, []);
      });

      it('leave no English', () => {
        const same = wrong(
          (original, text) =>
            text === original && pictureOf(text) === undefined && /\p{L}{2}/u.test(withoutFixed(original)),
        );
        const listed = alike[language] ?? [];
        assert.deepEqual(
          same.filter((each) => !listed.includes(each.split(' → ')[0] ?? '')),
          [],
        );
        assert.deepEqual(
          wrong((_, text) => english.test(withoutFixed(text))),
          [],
        );
      });
    });
  }
}

describe('the words for people', () => {
  it('that stand in several files mean the same there', () => {
    const uses = sourcesUnder('src').flatMap((file) =>
      callsOf(file, 'l10n.t').map((call) => ({ file, text: keyOf(call) })),
    );
    const filesOf = Map.groupBy(uses, ({ text }) => text);
    const shared = [...filesOf]
      .filter(([text, all]) => /^\p{L}+( \p{L}+){0,2}…?$/u.test(text) && new Set(all.map(({ file }) => file)).size > 1)
      .map(([text]) => text);
    assert.deepEqual(shared.toSorted(), oneMeaning.split('|').toSorted());
  });
});

/** With its comment, by which texts that look alike are told apart. */
function keyOf(call: ReturnType<typeof callsOf>[number]): string {
  const text = shownText(call) ?? '';
  return call.arguments[0]?.getText().startsWith('{') === true ? `${text} (with a comment)` : text;
}

/** What no translation may change: placeholders, icons, code, and what links lead to. */
const fixed = /\{[\w.]*\}|\$\([\w-]+\)|`[^`]*`|\]\([^)]+\)|\bpamSessions\.[\w.]+|\bhttps?:\/\/\S+/g;

function fixedParts(text: string): readonly string[] {
  return [...new Set(text.match(fixed) ?? [])].toSorted();
}

function withoutFixed(text: string): string {
  return text.replaceAll(fixed, ' ');
}

/** The picture that a text is the path of, which may have words of a language in it or none. */
function pictureOf(text: string): string | undefined {
  return /^media\/.*\.png$/.exec(text)?.[0];
}

/** The punctuation at the end; `''` where it ends in a word. */
function endOf(text: string): string {
  return /[.…?:]$/.exec(text)?.[0] ?? '';
}

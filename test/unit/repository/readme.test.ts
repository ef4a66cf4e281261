import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { everyFailure } from '../host/catalogue.ts';
import { inWordsOf, sentenceOf, wordsOf } from '../host/words.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
    readonly menus: { readonly commandPalette: readonly { readonly command: string; readonly when: string }[] };
  };
}

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const { contributes } = JSON.parse(read('package.json')) as Manifest;

type Words = Readonly<Record<string, string>>;

interface Readme {
  readonly file: string;
  /** The files with the texts of its language; of English ones there is only that of the manifest. */
  readonly manifestWords: string;
  readonly bundle?: string;
  /** The headings of the sections whose tables are compared. */
  readonly commands: string;
  readonly settings: string;
  readonly failures: string;
}

const readmes: readonly Readme[] = [
  {
    file: 'README.md',
    manifestWords: 'package.nls.json',
    commands: 'Commands',
    settings: 'Settings',
    failures: 'Troubleshooting',
  },
  {
    file: 'README.pt-BR.md',
    manifestWords: 'package.nls.pt-br.json',
    bundle: 'l10n/bundle.l10n.pt-br.json',
    commands: 'Comandos',
    settings: 'Configurações',
    failures: 'Solução de problemas',
  },
];

for (const { file, manifestWords, bundle, ...headings } of readmes) {
  describe(`the README in ${file}`, () => {
    const words = JSON.parse(read(manifestWords)) as Words;
    const texts = bundle === undefined ? undefined : (JSON.parse(read(bundle)) as Words);

    it('names the commands of the palette, in its table, and no others', () => {
      const hidden = contributes.menus.commandPalette
        .filter(({ when }) => when === 'false')
        .map(({ command }) => command);
      const offered = contributes.commands.filter(({ command }) => !hidden.includes(command));
      const titles = offered.map(({ title }) => words[title.replaceAll('%', '')]);
      assert.deepEqual(
        table(file, headings.commands)
          .map(([title]) => title)
          .toSorted(),
        titles.toSorted(),
      );
    });

    it('names the settings with their defaults, and no others', () => {
      const settings = Object.entries(contributes.configuration.properties);
      const expected = settings.map(([name, { default: value }]) => [`\`${name}\``, `\`${JSON.stringify(value)}\``]);
      assert.deepEqual(
        table(file, headings.settings).map((cells) => cells.slice(0, 2)),
        expected,
      );
    });

    it('tells of every failure what the extension tells, and of no others', () => {
      // A code alone is told as one of its causes, or has words of its own.
      const told = everyFailure.filter(
        (failure) =>
          failure.facts.reason !== undefined ||
          !everyFailure.some((other) => other !== failure && sentenceOf(other) === sentenceOf(failure)),
      );
      const expected = told.map((failure) => {
        const { what, advice } = inWordsOf(texts, () => wordsOf(failure));
        const { reason } = failure.facts;
        return [`\`${failure.code}\`${reason === undefined ? '' : ` \`${reason}\``}`, what, advice];
      });
      assert.deepEqual(table(file, headings.failures), expected);
    });

    it('shows the two commands', () => {
      assert.match(read(file), /^npm ci && npm start$/m);
      assert.match(read(file), /^npm ci && npm test$/m);
    });

    it('has as many sections as in the other languages, and leads to no others', () => {
      assert.equal(headingsOf(file).length, headingsOf('README.md').length);
      const anchors = headingsOf(file).map((heading) =>
        heading
          .toLowerCase()
          .replace(/[^\p{L}\p{N} -]/gu, '')
          .replaceAll(' ', '-'),
      );
      const led = [...read(file).matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
      assert.deepEqual(
        led.filter((anchor) => !anchors.includes(anchor)),
        [],
      );
    });
  });
}

function headingsOf(file: string): readonly string[] {
  return [...read(file).matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
}

/** The rows of the first table under a heading, cell by cell. */
function table(file: string, heading: string): readonly (readonly string[])[] {
  const section = read(file).split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { everyFailure } from '../host/catalogue.ts';
import { sentenceOf, wordsOf } from '../host/words.ts';

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
const words = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;

describe('the README', () => {
  it('names the commands of the palette, in its table, and no others', () => {
    const hidden = contributes.menus.commandPalette
      .filter(({ when }) => when === 'false')
      .map(({ command }) => command);
    const offered = contributes.commands.filter(({ command }) => !hidden.includes(command));
    const titles = offered.map(({ title }) => words[title.replaceAll('%', '')]);
    assert.deepEqual(
      table('Commands')
        .map(([title]) => title)
        .toSorted(),
      titles.toSorted(),
    );
  });

  it('names the settings with their defaults, and no others', () => {
    const settings = Object.entries(contributes.configuration.properties);
    const expected = settings.map(([name, { default: value }]) => [`\`${name}\``, `\`${JSON.stringify(value)}\``]);
    assert.deepEqual(
      table('Settings').map((cells) => cells.slice(0, 2)),
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
      const { what, advice } = wordsOf(failure);
      const { reason } = failure.facts;
      return [`\`${failure.code}\`${reason === undefined ? '' : ` \`${reason}\``}`, what, advice];
    });
    assert.deepEqual(table('Troubleshooting'), expected);
  });

  it('shows the two commands', () => {
    assert.match(read('README.md'), /^npm ci && npm start$/m);
    assert.match(read('README.md'), /^npm ci && npm test$/m);
  });
});

/** The rows of the first table under a heading, cell by cell. */
function table(heading: string): readonly (readonly string[])[] {
  const section = read('README.md').split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

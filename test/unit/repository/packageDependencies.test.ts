import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { readJson } from './sources.ts';

const versions = v.record(v.string(), v.string());
const manifest = v.parse(
  v.object({
    dependencies: versions,
    devDependencies: versions,
    overrides: versions,
    allowScripts: v.record(v.string(), v.boolean()),
  }),
  readJson('package.json'),
);
const lock = v.parse(
  v.object({
    packages: v.record(
      v.string(),
      v.object({
        version: v.optional(v.string()),
        resolved: v.optional(v.string()),
        integrity: v.optional(v.string()),
        license: v.optional(v.string()),
        dev: v.optional(v.boolean(), false),
        hasInstallScript: v.optional(v.boolean(), false),
      }),
    ),
  }),
  readJson('package-lock.json'),
);

/** Everything that `npm ci` installs. */
const installed = Object.entries(lock.packages)
  .filter(([folder]) => folder !== '')
  .map(([folder, about]) => ({ ...about, name: folder.slice(folder.lastIndexOf('node_modules/') + 13) }));

/** What may be part of the extension: licences that ask for nothing but their own text, which the .vsix brings. */
const shippable = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC-BY-4.0', 'ISC', 'MIT'];
/** What may be a tool: nothing of it is handed on. */
const usable = [...shippable, 'Artistic-2.0', 'BlueOak-1.0.0', 'MPL-2.0', 'PSF-2.0', 'Python-2.0', 'Zlib'];
/** Tools without an SPDX licence: vsce brings what signs packages for the Marketplace, which is never run here. */
const excepted = /^@vscode\/vsce-sign(-|$)/;

describe('the dependencies', () => {
  it('are asked for by their exact versions', () => {
    const asked = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides };
    const loose = Object.entries(asked).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    assert.deepEqual(loose, []);
  });

  it('are installed unchanged, from a registry', () => {
    const open = installed.filter(({ integrity = '' }) => !integrity.startsWith('sha512-'));
    const elsewhere = installed.filter(({ resolved = 'https://' }) => !resolved.startsWith('https://'));
    assert.deepEqual([...open, ...elsewhere], []);
    assert.ok(installed.length > 100);
  });

  it('run nothing at their installation that was not looked at', () => {
    const running = installed.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
    const undecided = running.filter((name) => manifest.allowScripts[name] === undefined);
    assert.deepEqual(undecided, []);
    const allowed = Object.keys(manifest.allowScripts).filter((name) => manifest.allowScripts[name] === true);
    assert.deepEqual(allowed, ['esbuild', 'node']);
  });

  it('each have their reason in CONTRIBUTING', () => {
    const names = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
    const rows = dependencyRows();
    assert.deepEqual(rows.map(([name]) => name).toSorted(), names.map((name) => `\`${name}\``).toSorted());
    assert.deepEqual(
      rows.filter(([, reason = '']) => reason === ''),
      [],
    );
  });

  it('have licences that allow what is done with them', () => {
    const refused = installed
      .filter(({ name, dev, license = '' }) => !mayBeUsed(license, dev ? usable : shippable) && !excepted.test(name))
      .map(({ name, license = 'none' }) => `${name}: ${license}`);
    assert.deepEqual(refused, []);
    assert.ok(installed.every(({ name, dev }) => dev || !excepted.test(name)));
  });

  const expressions: readonly (readonly [expression: string, may: boolean])[] = [
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['(MIT AND Zlib)', false],
    ['GPL-3.0-only', false],
    ['(MIT OR GPL-3.0-only) AND GPL-3.0-only', false],
    ['SEE LICENSE IN LICENSE.txt', false],
    ['', false],
  ];
  for (const [expression, may] of expressions) {
    it(`${may ? 'may' : 'may not'} ship with the licence "${expression}"`, () => {
      assert.equal(mayBeUsed(expression, shippable), may);
    });
  }
});

/** Whether an SPDX expression leaves a choice that `allowed` has; one with parts in brackets is for people to judge. */
function mayBeUsed(expression: string, allowed: readonly string[]): boolean {
  const choices = expression.replace(/^\(([^()]*)\)$/, '$1').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((licence) => allowed.includes(licence)));
}

/** The cells of the tables under "Dependencies". */
function dependencyRows(): readonly (readonly string[])[] {
  const text = readFileSync(path.join(import.meta.dirname, '../../../CONTRIBUTING.md'), 'utf8');
  const section = text.split('\n## Dependencies\n')[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

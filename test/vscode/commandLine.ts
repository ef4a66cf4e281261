import { statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import type { Opened } from './browser.ts';

/** The part of VS Code's command line that matters here. Paths are absolute. */
export interface CommandLine {
  readonly opened: Opened;
  readonly extensionDevelopmentPaths: readonly string[];
  readonly extensionTestsPath: string;
  /** Without one, the run starts empty and leaves nothing. */
  readonly userDataDir: string | undefined;
  readonly extensionsDir: string | undefined;
}

/** Reads the arguments that `@vscode/test-electron` gives VS Code; flags that mean nothing here are passed over. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string', multiple: true },
      extensionTestsPath: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
      // Passed over too, but their values must not be taken for a folder.
      locale: { type: 'string' },
      log: { type: 'string' },
      profile: { type: 'string' },
      'disable-extension': { type: 'string', multiple: true },
    },
  });
  const [extensionTestsPath] = absolute(values.extensionTestsPath);
  if (extensionTestsPath === undefined) throw new Error('This VS Code only runs tests: it needs --extensionTestsPath.');
  return {
    opened: openedBy(positionals[0]),
    extensionDevelopmentPaths: absolute(values.extensionDevelopmentPath),
    extensionTestsPath,
    userDataDir: absolute(values['user-data-dir'])[0],
    extensionsDir: absolute(values['extensions-dir'])[0],
  };
}

/** What VS Code opens when it is given this path. Throws when nothing is there. */
export function openedBy(given: string | undefined): Opened {
  if (given === undefined) return { kind: 'nothing', path: '' };
  const found = path.resolve(given);
  const stat = statSync(found, { throwIfNoEntry: false });
  if (stat === undefined) throw new Error(`There is no ${found} to open.`);
  if (stat.isDirectory()) return { kind: 'folder', path: found };
  return { kind: found.endsWith('.code-workspace') ? 'workspace' : 'file', path: found };
}

function absolute(given: string | boolean | readonly (string | boolean)[] | undefined): readonly string[] {
  return [given].flat().flatMap((value) => (typeof value === 'string' ? [path.resolve(value)] : []));
}

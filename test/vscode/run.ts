// `npm run vscode`: runs one test module by hand in a real VS Code.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { openedBy } from './commandLine.ts';
import type { CommandLine } from './commandLine.ts';
import { launch } from './launch.ts';
import { projectRoot } from './places.ts';

const usage = `Runs a test module in a real VS Code and exits with its code: 0 only if it ended and passed.

npm run vscode -- --extensionTestsPath=FILE [--extensionDevelopmentPath=DIR] [--user-data-dir=DIR] [folder]

  --extensionTestsPath=FILE       a CommonJS module, anywhere on the disk, that exports run(): Promise<void>
  --extensionDevelopmentPath=DIR  the extension under test; this project unless it is given (may occur several times)
  --user-data-dir=DIR             keeps settings, secrets and state in DIR; without it each run starts empty
  folder                          what the window opens; nothing unless it is given

Environment: PAM_VSCODE_VERSION=current|oldest, PAM_VSCODE_LIMIT_SECONDS=600, PAM_BROWSER=FILE.`;

process.exit(await main());

async function main(): Promise<number> {
  try {
    const commandLine = read(process.argv.slice(2));
    if (commandLine !== undefined) return await start(commandLine);
    console.log(usage);
    return 0;
  } catch (error) {
    console.error(messageOf(error));
    return 2;
  }
}

/** What goes wrong from here on is no longer a wrong use of the command line. */
async function start(commandLine: CommandLine): Promise<number> {
  try {
    return await launch(commandLine);
  } catch (error) {
    console.error(messageOf(error));
    return 1;
  }
}

/** Gives undefined when help is asked for. Throws one sentence when the command line can't be meant. */
function read(args: readonly string[]): CommandLine | undefined {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      extensionTestsPath: { type: 'string' },
      extensionDevelopmentPath: { type: 'string', multiple: true, default: [projectRoot] },
      'user-data-dir': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  if (values.extensionTestsPath === undefined) throw new Error('--extensionTestsPath=FILE is missing (see --help).');
  if (positionals.length > 1) throw new Error(`Only one folder can be opened, not ${positionals.join(' and ')}.`);
  const userDataDir = values['user-data-dir'];
  return {
    opened: openedBy(positionals[0]),
    extensionDevelopmentPaths: values.extensionDevelopmentPath.map(extensionIn),
    extensionTestsPath: moduleAt(values.extensionTestsPath),
    userDataDir: userDataDir === undefined ? undefined : path.resolve(userDataDir),
    extensionsDir: undefined,
  };
}

function moduleAt(given: string): string {
  const file = path.resolve(given);
  try {
    return createRequire(import.meta.url).resolve(file);
  } catch (cause) {
    throw new Error(`There is no test module ${file}.`, { cause });
  }
}

function extensionIn(given: string): string {
  const dir = path.resolve(given);
  const manifest = path.join(dir, 'package.json');
  if (!existsSync(manifest)) throw new Error(`There is no extension in ${dir}: it has no package.json.`);
  const { main } = JSON.parse(readFileSync(manifest, 'utf8')) as { main?: string };
  if (dir === projectRoot && main !== undefined && !existsSync(path.join(dir, main))) {
    throw new Error(`This extension is not built yet (${main} is missing): run "npm run build" first.`);
  }
  return dir;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

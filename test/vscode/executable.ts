#!/usr/bin/env node
// Stands in for the VS Code executable, with its command line as far as `@vscode/test-electron` uses it.
import { parseCommandLine } from './commandLine.ts';
import { launch } from './launch.ts';

try {
  process.exit(await launch(parseCommandLine(process.argv.slice(2))));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

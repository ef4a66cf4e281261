// Runs the browser suites: `node test/browser/run.ts [FILE…] [--last]`. A suite is one person's way through the product,
// so it ends at the first test that fails, and is run once more, from its start and in a new VS Code, when the others
// are done. What fails then has failed, as it does at once with `--last`.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import config from './.mocharc.json' with { type: 'json' };
import Reporter from '../reporter.ts';

const { values, positionals } = parseArgs({
  options: { last: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const files = positionals.length > 0 ? positionals.map((file) => path.resolve(file)) : allSuites();
const failed = await run(files, values.last);
if (failed.size === 0 || values.last) {
  process.exit(failed.size === 0 ? 0 : 1);
}
console.log(`Tried again: ${[...failed].map((file) => path.basename(file)).join(', ')}`);
process.exit(
  spawnSync(process.execPath, [import.meta.filename, '--last', ...failed], { stdio: 'inherit' }).status ?? 1,
);

function allSuites(): string[] {
  const names = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.ts'));
  return names.sort().map((name) => path.join(import.meta.dirname, name));
}

/** Resolves to the files in which something failed. */
async function run(suites: readonly string[], toTheirEnds: boolean): Promise<ReadonlySet<string>> {
  const mocha = new Mocha({ timeout: config.timeout, forbidOnly: config.forbidOnly, reporter: Reporter });
  suites.forEach((file) => mocha.addFile(file));
  await mocha.loadFilesAsync();
  const failures = new Set<string>();
  await new Promise((done) => {
    mocha.run(done).on('fail', ({ file = '' }) => {
      failures.add(file);
      if (!toTheirEnds) leave(mocha.suite, file);
    });
  });
  return failures;
}

/** What comes after a step that failed says nothing new. */
function leave(all: Mocha.Suite, file: string): void {
  all.eachTest((test) => {
    if (test.file === file && test.state === undefined) test.pending = true;
  });
}

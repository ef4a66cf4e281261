// What the extension host runs in place of the suite. The window reports exit code 0 even when the extension host
// dies in the middle, so the proof that the suite ended and passed is written here, after `run` is through.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { PAM_VSCODE_SUITE: file = '', PAM_VSCODE_PROOF: proof = '' } = process.env;

export async function run(): Promise<void> {
  const suite = createRequire(import.meta.url)(file) as { run?: () => unknown };
  if (typeof suite.run !== 'function') throw new Error(`${file} exports no function named run.`);
  await suite.run();
  writeFileSync(proof, 'passed');
}

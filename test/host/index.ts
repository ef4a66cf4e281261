import Mocha from 'mocha';
import Reporter from '../reporter.ts';

/** Runs the host suite inside VS Code's extension host; rejects when a test failed. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ reporter: Reporter, timeout: 30_000, forbidOnly: true, color: false });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./connections.test.ts');
  await import('./lists.test.ts');
  await import('./failures.test.ts');
  await import('./commands.test.ts');
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) {
    throw new Error(`${failures} of the host tests failed.`);
  }
}

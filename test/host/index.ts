import { once } from 'node:events';
import { closingLine } from '../closingLine.ts';

/** Runs the host suite inside VS Code's extension host; rejects when a test failed. */
export async function run(): Promise<void> {
  // Not a static import: that would become a `require`, which gives Mocha in another shape on older hosts.
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ reporter: 'spec', timeout: 30_000, forbidOnly: true, color: false });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./connections.test.ts');
  await import('./broken.test.ts');
  await import('./lists.test.ts');
  await import('./queries.test.ts');
  await import('./longList.test.ts');
  await import('./failures.test.ts');
  await import('./commands.test.ts');
  await import('./handOver.test.ts');
  await import('./network.test.ts');
  await import('./hostile.test.ts');
  await import('./hostilePage.test.ts');
  await import('./leak.test.ts');
  await import('./diagnostics.test.ts');
  await import('./exports.test.ts');
  const runner = mocha.run();
  await once(runner, 'end');
  if (runner.stats !== undefined) {
    console.log(closingLine(runner.stats));
  }
  if (runner.stats?.failures !== 0) {
    throw new Error('The host tests failed.');
  }
}

// The demo: `npm start`.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPamServer, type PamServer } from '../pam-server/server.ts';
import { packageCompanion } from '../vscode/companion.ts';
import { installExtensions, packagedExtension } from '../vscode/extensions.ts';
import { installVsCode } from '../vscode/install.ts';
import { cacheDir, projectRoot } from '../vscode/places.ts';
import { quietProfile } from '../vscode/profile.ts';
import { startServer } from '../vscode/server.ts';
import { runStep } from '../vscode/step.ts';
import { readOptions, usage, type DemoOptions } from './options.ts';

try {
  const options = readOptions(process.argv.slice(2));
  if (options === undefined) {
    console.log(usage);
  } else {
    await demo(options);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function demo(options: DemoOptions): Promise<void> {
  const stopped = stopSignal();
  const scratch = await mkdtemp(path.join(tmpdir(), 'pam-sessions-demo-'));
  await using cleanup = new AsyncDisposableStack();
  cleanup.defer(() => rm(scratch, { recursive: true, force: true, maxRetries: 5 }));

  const vscode = await installVsCode('current');
  const logFile = path.join(cacheDir, 'package.log');
  await runStep('Packaging the extension …', 'npm', ['run', 'package'], {
    cwd: projectRoot,
    env: process.env,
    logFile,
  });
  const folders = { userDataDir: path.join(scratch, 'data'), extensionsDir: path.join(scratch, 'extensions') };
  await quietProfile(folders.userDataDir);
  await installExtensions(vscode, folders, [packagedExtension, await packageCompanion(scratch)]);

  const { sessions, flavour, delay, seed, language, port } = options;
  const pam = cleanup.use(
    await startPamServer({ sessions, flavour, seed, delayMs: delay * 1000, sessionsUntil: new Date() }),
  );
  const env = { PAM_SESSIONS_DEMO: JSON.stringify(connectionTo(pam, options)) };
  const server = await startServer({ vscode, ...folders, port, use: 'person', language, env });
  cleanup.defer(() => server.stop());

  console.log(`
${sessions.toLocaleString()} sessions at ${pam.url} (${flavour}).
Open  http://127.0.0.1:${server.port}/?tkn=${server.connectionToken ?? ''}&ew=true
Ctrl+C stops everything.`);
  await Promise.race([stopped, server.ended]);
}

/** The argument of `pamSessions.addConnection`: OAuth 1.0 where it is the older server's way, else OAuth 2.0. */
function connectionTo({ url, credentials }: PamServer, { flavour }: DemoOptions): object {
  const auth = flavour === 'v3' ? { kind: 'oauth1', ...credentials.oauth1 } : { kind: 'oauth2', ...credentials.oauth2 };
  return { id: 'demo', name: 'Demo', baseUrl: url, flavour, auth };
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve());
  });
}

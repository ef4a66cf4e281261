import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import { startFront } from './front.ts';
import type { VsCode } from './install.ts';
import { noteLanguagePacks, type Language } from './languagePacks.ts';

export interface ServerOptions {
  readonly vscode: VsCode;
  /** As desktop's: `User/settings.json` in it is the user's settings. */
  readonly userDataDir: string;
  readonly extensionsDir: string;
  /** The port to open in a browser; 0 takes a free one. */
  readonly port: number;
  /** `tests` lets the page name extensions to develop and test; `person` asks for a connection token instead. */
  readonly use: 'tests' | 'person';
  /** The language that VS Code shows; English unless it is given. */
  readonly language?: Language;
  /** Added to the environment of the server, and so of its extension host. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface VsCodeServer {
  readonly port: number;
  /** Only for `person`; kept in the user data folder, so that it is the same the next time. */
  readonly connectionToken: string | undefined;
  /** What the server printed so far. */
  output(): string;
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts VS Code's server, and in front of it the address for browsers. Rejects when it ends instead of starting. */
export async function startServer(options: ServerOptions): Promise<VsCodeServer> {
  await mkdir(options.userDataDir, { recursive: true });
  const connectionToken =
    options.use === 'person'
      ? await kept(options.userDataDir, 'token', () => randomBytes(16).toString('hex'))
      : undefined;
  const key = await kept(options.userDataDir, 'secrets.key', () => randomBytes(32).toString('hex'));

  await noteLanguagePacks(options.userDataDir);

  const { vscode } = options;
  const guard = path.join(import.meta.dirname, 'guard.ts');
  const child = spawn(process.execPath, [guard, vscode.node, vscode.serverMain, ...serverFlags(options)], {
    detached: true,
    env: { ...process.env, EXTENSIONS_GALLERY: '{}', ...options.env },
  });
  const printed: string[] = [];
  const output = (): string => printed.join('');
  const ended = once(child, 'close').then(() => undefined);
  const listening = new Promise<number>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed.push(text);
        const port = /Extension host agent listening on (\d+)/.exec(output())?.[1];
        if (port !== undefined) resolve(Number(port));
      });
    }
  });
  const failed = ended.then(() => Promise.reject<number>(new Error(`VS Code's server did not start:\n${output()}`)));
  const target = await Promise.race([listening, failed]);
  const endChild = async (): Promise<void> => {
    child.stdin.end();
    await ended;
  };
  const keyBytes = Buffer.from(key, 'hex');
  const front = await startFront({ target, port: options.port, key: keyBytes, connectionToken }).catch(
    async (cause: unknown) => {
      await endChild();
      throw new Error(`Port ${options.port} of this machine can't be used: ${String(cause)}`, { cause });
    },
  );
  return {
    port: (front.address() as AddressInfo).port,
    connectionToken,
    output,
    ended,
    async stop() {
      front.close();
      front.closeAllConnections();
      await endChild();
    },
  };
}

function serverFlags({ userDataDir, extensionsDir, use, language = 'en' }: ServerOptions): readonly string[] {
  return [
    '--host=127.0.0.1',
    '--port=0',
    '--accept-server-license-terms',
    '--disable-workspace-trust',
    '--disable-telemetry',
    '--disable-experiments',
    '--force-disable-user-env',
    `--server-data-dir=${userDataDir}`,
    `--user-data-dir=${userDataDir}`,
    `--extensions-dir=${extensionsDir}`,
    `--locale=${language}`,
    ...(use === 'tests'
      ? ['--without-connection-token', '--enable-smoke-test-driver']
      : [`--connection-token-file=${path.join(userDataDir, 'token')}`]),
  ];
}

/** A value made on the first run of a user data folder and kept in it, readable by its owner alone. */
async function kept(dir: string, name: string, make: () => string): Promise<string> {
  const file = path.join(dir, name);
  try {
    await writeFile(file, make(), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFile(file, 'utf8');
}

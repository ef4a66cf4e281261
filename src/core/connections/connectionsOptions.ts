import type { ProbeOptions } from './test/probe.ts';
import type { CreateClient } from './connection.ts';
import type { Vault } from './vault.ts';

/** Where connections are written down: VS Code's settings, or an array in tests. */
export interface ConnectionsSetting {
  /** What stands there, valid or not. */
  read(): unknown;
  write(entries: readonly unknown[]): PromiseLike<void>;
}

export interface ConnectionsOptions {
  readonly setting: ConnectionsSetting;
  readonly vault: Vault;
  readonly createClient: CreateClient;
  /** Told of settings that are no connections and of secrets that cannot be read. */
  readonly onProblem: (complaint: string) => void;
}

export interface StoreOptions extends ProbeOptions {
  /** Keeps the secrets in memory instead of storing them. */
  readonly isForSession?: boolean;
}

export interface EditOptions extends StoreOptions {
  /** Whether the server is asked first, as `add` does. */
  readonly verify: boolean;
}

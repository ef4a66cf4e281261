import type { ProbeOptions } from './test/probe.ts';
import type { CreateClient, CreateClock } from './connection.ts';
import type { Vault } from './vault.ts';

/** Where connections are written down: VS Code's settings, or an array in tests. */
export interface ConnectionsSetting {
  /** The value of the setting, valid or not. */
  read(): unknown;
  write(entries: readonly unknown[]): PromiseLike<void>;
}

export interface ConnectionsOptions {
  readonly setting: ConnectionsSetting;
  readonly vault: Vault;
  readonly createClient: CreateClient;
  readonly createClock: CreateClock;
  /** Called with a line for the log when an entry is broken or when secrets cannot be read. */
  readonly onProblem: (complaint: string) => void;
}

export interface StoreOptions extends ProbeOptions {
  /** Whether the secrets are kept in memory only instead of being stored. */
  readonly isForSession?: boolean;
}

export interface EditOptions extends StoreOptions {
  /** Whether the server must accept the connection first, as it must with `add`. */
  readonly verify: boolean;
}

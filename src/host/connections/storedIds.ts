import type { Memento } from 'vscode';
import type { StoredIds } from '../../core/connections/vault.ts';

const prefix = 'pamSessions.stored.';

/** Kept in VS Code's global state under a key for each connection: two windows cannot overwrite each other's. */
export function storedIds(state: Memento): StoredIds {
  return {
    has: (id) => state.get(prefix + id, false),
    add: (id) => state.update(prefix + id, true),
    delete: (id) => state.update(prefix + id, undefined),
  };
}

import type { Memento } from 'vscode';
import type { StoredIds } from '../../core/connections/vault.ts';

const prefix = 'pamSessions.stored.';

/** Marks in VS Code's global state, one key a connection, so that two windows do not write over each other's. */
export function storedIds(state: Memento): StoredIds {
  return {
    has: (id) => state.get(prefix + id, false),
    add: (id) => state.update(prefix + id, true),
    delete: (id) => state.update(prefix + id, undefined),
  };
}

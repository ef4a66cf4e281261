import type { NewConnection } from '../../../../src/core/connections/settings.ts';
import { readNewConnection } from '../../../../src/core/connections/settings.ts';
import type { CreateClient, CreateClock } from '../../../../src/core/connections/connection.ts';
import { ConnectionEditor } from '../../../../src/core/connections/connectionEditor.ts';
import { Connections } from '../../../../src/core/connections/connections.ts';
import type { ConnectionsOptions, ConnectionsSetting } from '../../../../src/core/connections/connectionsOptions.ts';
import { Vault, type StoredIds, type SecretStore } from '../../../../src/core/connections/vault.ts';
import { Client } from '../../../../src/core/pam/client.ts';
import type { Exchange } from '../../../../src/core/pam/exchange.ts';
import { ServerClock } from '../../../../src/core/sessions/query/serverClock.ts';
import { readDocument } from '../../../../src/core/pam/answer/document.ts';
import { bodyOf } from '../pam/answer/readText.ts';

/** A clock that stands still. */
export const testClock: CreateClock = (timeZone) =>
  new ServerClock({ now: Date.parse('2026-01-06T12:00:00Z'), timeZone, machineTimeZone: 'UTC' });

/** What a person gives to make the connection `id`, with what a test cares about changed. */
export function given(id: string, changes: Readonly<Record<string, unknown>> = {}): NewConnection {
  return readNewConnection({
    id,
    name: `Server ${id}`,
    baseUrl: `https://${id}.example.com`,
    flavour: 'v4',
    auth: { kind: 'oauth2', clientId: `client of ${id}`, clientSecret: `secret of ${id}` },
    ...changes,
  });
}

/** Settings that, as VS Code's, hold JSON and show what was written only once it is. */
export function memorySettings(start: readonly unknown[] = []): ConnectionsSetting & { entries: readonly unknown[] } {
  return {
    entries: start,
    read() {
      return this.entries;
    },
    async write(entries) {
      await Promise.resolve();
      this.entries = JSON.parse(JSON.stringify(entries)) as readonly unknown[];
    },
  };
}

export function memorySecrets(): SecretStore & { readonly entries: ReadonlyMap<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    get: (key) => Promise.resolve(entries.get(key)),
    store: async (key, value) => {
      await Promise.resolve();
      entries.set(key, value);
    },
    delete: async (key) => {
      await Promise.resolve();
      entries.delete(key);
    },
  };
}

export function memoryMarks(): StoredIds & { readonly ids: ReadonlySet<string> } {
  const ids = new Set<string>();
  return {
    ids,
    has: (id) => ids.has(id),
    add: async (id) => {
      await Promise.resolve(ids.add(id));
    },
    delete: async (id) => {
      await Promise.resolve(ids.delete(id));
    },
  };
}

/** An exchange that answers every question with this body. */
export function answering(body: object): Exchange {
  return (_question, readerOf) => readDocument(bodyOf([JSON.stringify(body)]), readerOf());
}

/** Connections over memory; their clients talk through `exchange`. */
export function memoryConnections(exchange: Exchange, start: readonly unknown[] = []) {
  const settings = memorySettings(start);
  const secrets = memorySecrets();
  const marks = memoryMarks();
  const problems: string[] = [];
  const created: Parameters<CreateClient>[] = [];
  const options: ConnectionsOptions = {
    setting: settings,
    vault: new Vault(secrets, marks),
    createClient: (...args) => {
      created.push(args);
      return new Client(args[0], exchange);
    },
    createClock: testClock,
    onProblem: (complaint) => problems.push(complaint),
  };
  const connections = new Connections(options);
  const changes = new ConnectionEditor(connections, options);
  return { connections, changes, settings, secrets, marks, problems, created };
}

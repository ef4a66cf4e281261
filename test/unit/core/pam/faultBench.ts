import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { LoadedList } from '../../../../src/core/connections/sessionStore.ts';
import type { Connection } from '../../../../src/core/connections/connection.ts';
import { ConnectionEditor } from '../../../../src/core/connections/connectionEditor.ts';
import type { ConnectionsOptions } from '../../../../src/core/connections/connectionsOptions.ts';
import { Connections } from '../../../../src/core/connections/connections.ts';
import { Vault } from '../../../../src/core/connections/vault.ts';
import { Client } from '../../../../src/core/pam/client.ts';
import { defaultTokenUrl } from '../../../../src/core/pam/endpoints.ts';
import { createExchange } from '../../../../src/core/pam/exchange.ts';
import { createRetryPolicy, type RetryPolicy } from '../../../../src/core/pam/http/retryPolicy.ts';
import { oauth1SignIn, oauth2SignIn, type Secrets, type SignIn } from '../../../../src/core/pam/auth/signIn.ts';
import { createTransport, type TransportOptions } from '../../../../src/core/pam/http/transport.ts';
import type { Timeouts } from '../../../../src/core/pam/http/watchdog.ts';
import type { FaultRow, Trouble } from '../../../pam-server/matrix/row.ts';
import { startPamServer, type PamServer } from '../../../pam-server/server.ts';
import { createHandshaker, type Trust } from '../../../pam-server/tlsFaults.ts';
import { startWire, type Wire } from '../../../pam-server/wire.ts';
import { given, memoryMarks, memorySecrets, memorySettings, testClock } from '../connections/fakes.ts';

/** Two connections with their lists loaded; the first leads through a wire to what a row of the matrix is about. */
export interface Bench extends AsyncDisposable {
  readonly struck: Connection;
  readonly other: Connection;
  readonly otherList: LoadedList | undefined;
  readonly wire: Wire;
  /** How often a request was made again. */
  readonly retries: number;
  /** Every secret there is. */
  readonly secrets: readonly string[];
  readonly vaultBefore: unknown;
  vault(): unknown;
  /** Requests for the list that reached the server since `strike`. */
  listRequests(): number;
  /** Makes the row's fault happen from now on. */
  strike(): Promise<void>;
  heal(): Promise<void>;
}

const patient: Timeouts = { connect: 20_000, firstByte: 20_000, idle: 20_000 };

export async function startBench(row: FaultRow, trust: Trust): Promise<Bench> {
  const { trouble } = row;
  await using starting = new AsyncDisposableStack();
  const isSecure = 'tls' in trouble;
  const rows = Array.from({ length: 200 }, (_, at) => ({ id: String(at + 1) }));
  const pam = starting.use(await startPamServer({ rows, keepAlive: false, tls: isSecure ? trust.good : undefined }));
  const otherPam = starting.use(await startPamServer({ sessions: 3, keepAlive: false }));
  const wire = starting.use(await startWire(portOf(pam)));
  let timeouts = patient;
  let retries = 0;
  const { connections, changes, secrets } = connectionsTo(
    { timeouts: () => timeouts, ca: isSecure ? [trust.ca] : undefined },
    createRetryPolicy({ pace: 0, onRetry: () => retries++ }),
  );

  const { oauth1, oauth2 } = pam.credentials;
  const auth = asksForTokens(trouble) ? { kind: 'oauth2', ...oauth2 } : { kind: 'oauth1', ...oauth1 };
  const baseUrl = `${isSecure ? 'https' : 'http'}://127.0.0.1:${wire.port}`;
  await changes.add(given('struck', { baseUrl, auth }));
  await changes.add(given('other', { baseUrl: otherPam.url, auth: { kind: 'oauth1', ...oauth1 } }));
  const [struck, other] = [connections.get('struck'), connections.get('other')];
  await Promise.all([struck.store.load(), other.store.load()]);

  const lists = () => pam.requests.filter(({ kind }) => kind === 'list').length;
  const listsBefore = lists();
  const vault = () => new Map(secrets.entries);
  const owned = starting.move();
  return {
    struck,
    other,
    otherList: other.store.list,
    wire,
    get retries() {
      return retries;
    },
    secrets: [...Object.values<string>({ ...oauth1 }), ...Object.values<string>({ ...oauth2 })],
    vaultBefore: vault(),
    vault,
    listRequests: () => lists() - listsBefore,
    async strike() {
      timeouts = { ...patient, ...shortened(row) };
      await strike(trouble, { pam, wire, trust, owned });
    },
    async heal() {
      timeouts = patient;
      pam.fault = undefined;
      wire.fault = undefined;
      wire.target = portOf(pam);
      await wire.listen(true);
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Connections over memory that talk as those of the host do. */
function connectionsTo(options: TransportOptions, retryPolicy: RetryPolicy) {
  const secrets = memorySecrets();
  const transport = createTransport(options);
  const signInOf = (held: Secrets, baseUrl: string): SignIn => {
    const settings = { tokenUrl: defaultTokenUrl(baseUrl), clientAuthentication: 'body', retryPolicy } as const;
    return held.kind === 'oauth1' ? oauth1SignIn(held) : oauth2SignIn(held, settings, transport);
  };
  const parts: ConnectionsOptions = {
    setting: memorySettings(),
    vault: new Vault(secrets, memoryMarks()),
    createClient: (connection, held) =>
      new Client(connection, createExchange({ signIn: signInOf(held, connection.baseUrl), transport, retryPolicy })),
    createClock: testClock,
    onProblem: (complaint) => assert.fail(complaint),
  };
  const connections = new Connections(parts);
  return { connections, changes: new ConnectionEditor(connections, parts), secrets };
}

function asksForTokens(trouble: Trouble): boolean {
  return 'server' in trouble && trouble.only === 'token';
}

/** The wait that a row is about is not waited for. */
function shortened({ outcome }: FaultRow): Partial<Timeouts> {
  return 'code' in outcome && outcome.code === 'timeout' && outcome.reason !== undefined
    ? { [outcome.reason]: 50 }
    : {};
}

interface Scene {
  readonly pam: PamServer;
  readonly wire: Wire;
  readonly trust: Trust;
  readonly owned: AsyncDisposableStack;
}

async function strike(trouble: Trouble, { pam, wire, trust, owned }: Scene): Promise<void> {
  if ('server' in trouble) {
    pam.fault = { kind: trouble.server, ...(trouble.only === undefined ? {} : { only: trouble.only }) };
    if (asksForTokens(trouble)) {
      pam.revokeTokens();
    }
  } else if ('wire' in trouble) {
    wire.fault = trouble.wire;
  } else if ('refused' in trouble) {
    await wire.listen(false);
  } else {
    const handshaker = createHandshaker(trust.faults[trouble.tls]).listen(0, '127.0.0.1');
    owned.defer(() => void handshaker.close());
    await once(handshaker, 'listening');
    wire.target = (handshaker.address() as AddressInfo).port;
  }
}

function portOf({ url }: PamServer): number {
  return Number(new URL(url).port);
}

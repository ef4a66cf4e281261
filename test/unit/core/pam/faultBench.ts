import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { LoadedList } from '../../../../src/core/sessionStore.ts';
import type { Server } from '../../../../src/core/connections/server.ts';
import { Servers } from '../../../../src/core/connections/servers.ts';
import { Vault } from '../../../../src/core/connections/vault.ts';
import { PamClient } from '../../../../src/core/pam/client.ts';
import { defaultTokenUrl } from '../../../../src/core/pam/endpoints.ts';
import { createExchange } from '../../../../src/core/pam/exchange.ts';
import { createPatience } from '../../../../src/core/pam/retry.ts';
import { oauth1SignIn, oauth2SignIn, type Secrets, type SignIn } from '../../../../src/core/pam/signIn.ts';
import { createTransport } from '../../../../src/core/pam/transport.ts';
import type { Timeouts } from '../../../../src/core/pam/watchdog.ts';
import type { FaultRow } from '../../../pam-server/matrix/row.ts';
import { startPamServer, type PamServer } from '../../../pam-server/server.ts';
import { createHandshaker, type Trust } from '../../../pam-server/tlsFaults.ts';
import { startWire, type Wire } from '../../../pam-server/wire.ts';
import { given, memorySecrets, memorySettings } from '../connections/fakes.ts';

/** Two connections with their lists loaded; the first leads through a wire to what a row of the matrix is about. */
export interface Bench extends AsyncDisposable {
  readonly struck: Server;
  readonly other: Server;
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

const long = 20_000;
/** Of the wait that a row is about. */
const short = 50;

export async function startBench({ trouble, outcome }: FaultRow, trust: Trust): Promise<Bench> {
  await using stack = new AsyncDisposableStack();
  const secure = 'tls' in trouble;
  const asksForTokens = 'server' in trouble && trouble.only === 'token';
  const rows = Array.from({ length: 200 }, (_, at) => ({ id: String(at + 1) }));
  const pam = stack.use(await startPamServer({ rows, keepAlive: false, ...(secure ? { tls: trust.good } : {}) }));
  const otherPam = stack.use(await startPamServer({ sessions: 3, keepAlive: false }));
  const wire = stack.use(await startWire(portOf(pam)));
  const secrets = memorySecrets();
  let timeouts: Timeouts = { connect: long, firstByte: long, idle: long };
  let retries = 0;

  const patience = createPatience({ pace: 0, onRetry: () => retries++ });
  const transport = createTransport({ timeouts: () => timeouts, ca: secure ? [trust.ca] : undefined });
  const signIn = (secretsOf: Secrets, baseUrl: string): SignIn =>
    secretsOf.kind === 'oauth1'
      ? oauth1SignIn(secretsOf)
      : oauth2SignIn(
          secretsOf,
          { tokenUrl: defaultTokenUrl(baseUrl), clientAuthentication: 'body', patience },
          transport,
        );
  const servers = new Servers({
    settings: memorySettings(),
    vault: new Vault(secrets),
    createClient: (connection, held) =>
      new PamClient(connection, createExchange({ signIn: signIn(held, connection.baseUrl), transport, patience })),
    onProblem: (complaint) => assert.fail(complaint),
  });

  const { oauth1, oauth2 } = pam.credentials;
  const auth = asksForTokens ? { kind: 'oauth2', ...oauth2 } : { kind: 'oauth1', ...oauth1 };
  const baseUrl = `${secure ? 'https' : 'http'}://127.0.0.1:${wire.port}`;
  await servers.add(given('struck', { baseUrl, auth }));
  await servers.add(given('other', { baseUrl: otherPam.url, auth: { kind: 'oauth1', ...oauth1 } }));
  const [struck, other] = [servers.get('struck'), servers.get('other')];
  await Promise.all([struck.store.load(), other.store.load()]);

  const owned = stack.move();
  let listsBefore = 0;
  const lists = () => pam.requests.filter(({ kind }) => kind === 'list').length;
  const strike = async () => {
    listsBefore = lists();
    if ('code' in outcome && outcome.code === 'timeout' && outcome.reason !== undefined) {
      timeouts = { ...timeouts, [outcome.reason]: short };
    }
    if ('server' in trouble) {
      pam.fault = { kind: trouble.server, ...(trouble.only === undefined ? {} : { only: trouble.only }) };
      if (asksForTokens) {
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
  };
  const heal = async () => {
    timeouts = { connect: long, firstByte: long, idle: long };
    pam.fault = undefined;
    wire.fault = undefined;
    wire.target = portOf(pam);
    if ('refused' in trouble) {
      await wire.listen(true);
    }
  };
  const vault = () => new Map(secrets.entries);
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
    strike,
    heal,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function portOf({ url }: PamServer): number {
  return Number(new URL(url).port);
}

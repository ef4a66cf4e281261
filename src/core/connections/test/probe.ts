import type { Client } from '../../pam/client.ts';
import type { Flavour } from '../../pam/endpoints.ts';
import { asFailure, type Failure } from '../../failure.ts';
import type { Transport } from '../../pam/http/transport.ts';

/** What has been seen so far of the requests that a test makes. */
export interface Trace {
  /** What the last request asked for; undefined before the first one. */
  readonly asked: 'token' | 'session' | undefined;
  /** Whether the head of its response has arrived. */
  readonly answered: boolean;
  /**
   * By how many seconds the server's clock is ahead of this machine's; undefined if the server does not tell its time.
   */
  readonly clockDifferenceSeconds: number | undefined;
}

/**
 * How a test of a connection stands or ended: `flavour` is set once the server accepted it, `failure` once it failed.
 */
export interface Probe extends Trace {
  readonly flavour: Flavour | undefined;
  readonly failure: Failure | undefined;
}

export interface ProbeOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called whenever something new has been seen. */
  readonly onProgress?: ((probe: Probe) => void) | undefined;
}

/** Wraps a transport so that its requests and responses can be observed. */
export type Watch = (transport: Transport) => Transport;

const nothing: Probe = {
  asked: undefined,
  answered: false,
  clockDifferenceSeconds: undefined,
  flavour: undefined,
  failure: undefined,
};

/**
 * Asks a server for one session, through a client that has no token yet, and collects what shows on the way. It does
 * not reject; a failure is part of what it resolves to.
 */
export async function probe(
  open: (watch: Watch) => Client | Promise<Client>,
  { signal, onProgress }: ProbeOptions,
): Promise<Probe> {
  let seen = nothing;
  const see = (change: Partial<Probe>) => {
    seen = { ...seen, ...change };
    onProgress?.(seen);
  };
  const watch: Watch = (transport) => async (request) => {
    see({ asked: request.method === 'POST' ? 'token' : 'session', answered: false });
    const answer = await transport(request);
    const { clockDifferenceSeconds } = answer;
    see({ answered: true, ...(clockDifferenceSeconds === undefined ? {} : { clockDifferenceSeconds }) });
    return answer;
  };
  try {
    const client = await open(watch);
    see({ flavour: await client.verify(signal) });
  } catch (error) {
    see({ failure: asFailure(error) });
  }
  return seen;
}

import type { Client } from '../../pam/client.ts';
import type { Flavour } from '../../pam/endpoints.ts';
import { asFailure, type Failure } from '../../failure.ts';
import type { Transport } from '../../pam/http/transport.ts';

/** What was seen so far of the requests that one question came to. */
export interface Trace {
  /** What the last request asked for; undefined while none was sent. */
  readonly asked: 'token' | 'session' | undefined;
  /** Whether the head of its answer came. */
  readonly answered: boolean;
  /** By how much the server's clock is ahead of this machine's; undefined where it does not tell the time. */
  readonly clockDifferenceSeconds: number | undefined;
}

/** How a test of a connection stands, or ended: let in by an API, or with a failure. */
export interface Probe extends Trace {
  readonly flavour: Flavour | undefined;
  readonly failure: Failure | undefined;
}

export interface ProbeOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told of each step that shows. */
  readonly onProgress?: ((probe: Probe) => void) | undefined;
}

/** Lets a transport be watched: what it is asked, and that it answers. */
export type Watch = (transport: Transport) => Transport;

const nothing: Probe = {
  asked: undefined,
  answered: false,
  clockDifferenceSeconds: undefined,
  flavour: undefined,
  failure: undefined,
};

/**
 * Asks a server, through a client of its own that has no token yet, for one session, and tells what showed on the way.
 * Failures are part of what it resolves to.
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

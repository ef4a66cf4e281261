import { isIP } from 'node:net';
import { defaultTokenUrl } from '../../pam/endpoints.ts';
import { isClockOff } from '../../pam/http/responseHead.ts';
import type { Failure } from '../../failure.ts';
import type { ConnectionSettings } from '../settings.ts';
import type { Probe } from './probe.ts';

/** One of the steps that must succeed before the server gives out sessions. */
export interface Step {
  readonly name: StepName;
  readonly state: StepState;
  /** The URL that the step is about. */
  readonly url: string;
  /** The host and port of the proxy that does this step instead; undefined if there is none. */
  readonly proxy: string | undefined;
}

export type StepName = 'name' | 'tcp' | 'tls' | 'token' | 'authorization' | 'clock';

export type StepState =
  | 'passed'
  | 'failed'
  /** It passed, but may make other requests fail. */
  | 'doubtful'
  | 'running'
  | 'notReached'
  | 'notNeeded'
  /** Nothing that was seen says how it went. */
  | 'notKnown';

/**
 * What a test of a connection shows about each step, in order. If a step failed, those before it must have passed and
 * those after it were not reached. A token URL with another origin has steps of its own for name, TCP and TLS.
 * `proxyFor` gives the host and port of the proxy for a URL.
 */
export function stepsOf(
  connection: Pick<ConnectionSettings, 'baseUrl' | 'auth'>,
  probe: Probe,
  proxyFor: (url: string) => string | undefined,
): readonly Step[] {
  const slots = slotsOf(connection);
  const stop = probe.failure === undefined ? undefined : stopOf(probe.failure, slots, probe);
  const steps = slots.map((slot, position): Step => {
    const proxy = slot.name === 'name' || slot.name === 'tcp' ? proxyFor(slot.url) : undefined;
    const state = isUnneeded(slot, proxy) ? 'notNeeded' : stateOf(slot, position, probe, stop);
    return { name: slot.name, state, url: slot.url, proxy };
  });
  return [...steps, { name: 'clock', state: clockState(probe), url: connection.baseUrl, proxy: undefined }];
}

/** A step, and the request that shows how it went. */
interface Slot {
  readonly name: Exclude<StepName, 'clock'>;
  readonly request: 'token' | 'session';
  readonly url: string;
  readonly isNeeded: boolean;
}

/** The step at which a test ended, and the earlier ones of which nothing is known. */
interface Stop {
  readonly position: number;
  readonly unknown: readonly StepName[];
}

const ways = ['name', 'tcp', 'tls'] as const;

function slotsOf({ baseUrl, auth }: Pick<ConnectionSettings, 'baseUrl' | 'auth'>): readonly Slot[] {
  const tokenUrl = auth.kind === 'oauth2' ? (auth.tokenUrl ?? defaultTokenUrl(baseUrl)) : undefined;
  const way = (request: Slot['request'], url: string) =>
    ways.map((name): Slot => ({ name, request, url, isNeeded: true }));
  const isElsewhere = tokenUrl !== undefined && new URL(tokenUrl).origin !== new URL(baseUrl).origin;
  return [
    ...(tokenUrl === undefined ? way('session', baseUrl) : way('token', tokenUrl)),
    { name: 'token', request: 'token', url: tokenUrl ?? baseUrl, isNeeded: tokenUrl !== undefined },
    ...(isElsewhere ? way('session', baseUrl) : []),
    { name: 'authorization', request: 'session', url: baseUrl, isNeeded: true },
  ];
}

function isUnneeded({ name, url, isNeeded }: Slot, proxy: string | undefined): boolean {
  const { hostname, protocol } = new URL(url);
  return (
    !isNeeded ||
    (name === 'name' && (proxy !== undefined || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0)) ||
    (name === 'tls' && protocol === 'http:')
  );
}

function stateOf({ name, request }: Slot, position: number, probe: Probe, stop: Stop | undefined): StepState {
  if (probe.flavour !== undefined) {
    return 'passed';
  }
  if (stop !== undefined) {
    const isBefore = position < stop.position;
    return position === stop.position
      ? 'failed'
      : !isBefore
        ? 'notReached'
        : stop.unknown.includes(name)
          ? 'notKnown'
          : 'passed';
  }
  if (probe.failure !== undefined || request !== probe.asked) {
    return request === 'token' && probe.asked === 'session' ? 'passed' : 'notReached';
  }
  return probe.answered && name !== 'token' && name !== 'authorization' ? 'passed' : 'running';
}

/** Where the test failed; undefined if nothing was asked, or if the person cancelled it. */
function stopOf(failure: Failure, slots: readonly Slot[], { asked, answered }: Probe): Stop | undefined {
  const own = slots.filter(({ request }) => request === asked);
  const goal = own.at(-1);
  if (goal === undefined || failure.code === 'cancelled') {
    return undefined;
  }
  const hasAnswer = failure.code !== 'proxy' && (answered || failure.facts.status !== undefined);
  const { at, unknown } = hasAnswer ? { at: undefined, unknown: [] } : placeOf(failure);
  // If an earlier request had reached the host already, this one has no such step, and its last step failed.
  const slot = own.find(({ name }) => name === at) ?? goal;
  return { position: slots.indexOf(slot), unknown };
}

interface Place {
  /** The step at which it happened; undefined if it was the last one of the request. */
  readonly at: (typeof ways)[number] | undefined;
  readonly unknown: readonly StepName[];
}

/** Where a request failed to which no answer came. */
function placeOf({ code, facts }: Failure): Place {
  switch (code) {
    case 'proxy':
      return { at: 'tcp', unknown: [] };
    case 'tls':
      return { at: 'tls', unknown: [] };
    default:
      return places[facts.reason ?? 'other'] ?? { at: undefined, unknown: ways };
  }
}

/** Where a failure of the code `network` or `timeout` happened, by its reason. */
const places: Readonly<Record<string, Place>> = {
  hostNotFound: { at: 'name', unknown: [] },
  refused: { at: 'tcp', unknown: [] },
  unreachable: { at: 'tcp', unknown: [] },
  connect: { at: 'tcp', unknown: ['name'] },
  // A connection was reset. Whether TLS was established before cannot be told.
  reset: { at: undefined, unknown: ['tls'] },
  notHttp: { at: undefined, unknown: [] },
  firstByte: { at: undefined, unknown: [] },
};

function clockState({ clockDifferenceSeconds, flavour, failure }: Probe): StepState {
  if (clockDifferenceSeconds !== undefined) {
    return isClockOff(clockDifferenceSeconds) ? 'doubtful' : 'passed';
  }
  return flavour !== undefined ? 'notKnown' : failure === undefined ? 'running' : 'notReached';
}

import { awkward } from './awkward.ts';
import { allProtocols, deviceAddress, protocolAt, type Protocol } from './protocols.ts';
import { pick, randomStream, type NonEmpty } from './random.ts';
import { duration, timestamp, type SessionRecord } from './record.ts';

export interface GeneratorOptions {
  readonly seed: number;
  readonly count: number;
  /** No session starts or ends later than this. */
  readonly until: Date;
  readonly estate?: Estate;
}

/** What the sessions of one customer have in common. */
export interface Estate {
  /** How many protocols are spoken; the first of the known ones. */
  readonly protocols: number;
  /** What the names of users and credentials end in. */
  readonly domain: string;
}

export const mixedEstate: Estate = { protocols: allProtocols, domain: '' };

/** Makes the session at an index from 0 (the oldest, with the lowest id) to `count - 1`, from nothing but its arguments. */
export function sessionAt(index: number, options: GeneratorOptions): SessionRecord {
  const { seed, count } = options;
  const random = randomStream(seed, index);
  const ordinary = ordinarySession(random, index, options);
  const change = awkward[index];
  const session = change ? { ...ordinary, ...change(ordinary) } : ordinary;
  const age = count - 1 - index;
  return age < liveWithin && age % liveEvery === 0 ? { ...session, ...stillLive(age / liveEvery) } : session;
}

/** The index at which a session with this id would stand; another id may stand there instead. */
export function indexOfId(id: string): number {
  return Math.floor((Number(id) - 1) / idStep);
}

const idStep = 2;
const liveEvery = 7;
const liveWithin = 42;
const usualStep = 20 * 60;
const longestHistory = 2 * 365 * 86_400;
const longestSession = 4 * 3600;

const roles: NonEmpty<string> = ['operator', 'dba', 'sysadmin', 'network', 'vendor', 'auditor', 'developer', 'oncall'];
const requests: NonEmpty<string> = ['Patch window', 'Restore a backup', 'Certificate renewal', 'User cannot sign in'];
const tickets: NonEmpty<string> = ['INC', 'CHG', 'REQ', 'PRB'];

function ordinarySession(random: () => number, index: number, options: GeneratorOptions): SessionRecord {
  const { count, estate = mixedEstate } = options;
  const until = Math.floor(options.until.getTime() / 1000);
  // Drawn first, because neighbouring points of the random sequence may meet later: no two sessions share a hash.
  const session_id = hash(random);
  const protocol = protocolAt(random(), estate.protocols);
  const { start, end } = times(random, count - index, count, until);
  const id = String(index * idStep + 1 + Math.floor(random() * idStep));
  return {
    id: random() < 0.02 ? Number(id) : id,
    user: user(random) + estate.domain,
    origin_ip: `172.16.${skewed(random, 24)}.${1 + skewed(random, 250)}`,
    credential: credential(random, protocol) + estate.domain,
    device: deviceAddress(protocol, skewed(random, protocol.devices)),
    protocol: inSomeCase(random, protocol.name),
    proxy: pick(random, protocol.proxies),
    session_id,
    start: timestamp(start),
    end: timestamp(end),
    time: duration(end - start),
    prevent_purge: random() < 0.04 ? 'Yes' : 'No',
    request: random() < 0.15 ? `${pick(random, requests)} #${4000 + skewed(random, 900)}` : null,
    ITSM: random() < 0.2 ? `${pick(random, tickets)}${String(skewed(random, 90_000)).padStart(7, '0')}` : null,
  };
}

/** `age` counts back from the newest session (1). Starts mostly ascend; one in ten was written down late. */
function times(random: () => number, age: number, count: number, until: number) {
  const step = Math.min(usualStep, longestHistory / count);
  const late = random() < 0.1 ? random() * 6 * step : 0;
  const start = Math.floor(until - age * step + random() * step - late);
  const end = Math.min(until, start + 5 + skewed(random, longestSession));
  return { start, end };
}

/** The four ways in which a server may say "no end yet". */
function stillLive(nth: number): Pick<SessionRecord, 'end' | 'time'> {
  const ways = [
    { end: null, time: null },
    { end: '', time: '' },
    { end: '0000-00-00 00:00:00', time: '00:00:00' },
  ];
  return ways[nth % 4] ?? { end: undefined, time: undefined };
}

function user(random: () => number): string {
  if (random() < 0.2) return 'Admin';
  return `${pick(random, roles)}${String(1 + skewed(random, 60)).padStart(2, '0')}`;
}

function credential(random: () => number, protocol: Protocol): string {
  return random() < 0.7 ? pick(random, protocol.credentials) : `adm-${protocol.name}${skewed(random, 60)}`;
}

function inSomeCase(random: () => number, protocol: string): string {
  const point = random();
  if (point < 0.02) return protocol.toUpperCase();
  return point < 0.03 ? protocol.charAt(0).toUpperCase() + protocol.slice(1) : protocol;
}

function hash(random: () => number): string {
  const words = Uint32Array.from({ length: 5 }, () => random() * 2 ** 32);
  return Buffer.from(words.buffer).toString('hex');
}

/** A whole number below `limit`, low ones far more often: a few devices and people make most sessions. */
function skewed(random: () => number, limit: number): number {
  return Math.floor(random() ** 3 * limit);
}

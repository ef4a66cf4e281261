import { addressKey } from './addressKey.ts';
import { orderKey } from './orderKey.ts';

/** Where a text stands among others. */
export interface Place {
  readonly text: string;
  readonly kind: Kind;
  /** What it is ordered by within its kind. */
  readonly name: string;
  /** A text whose code units sort as the name does among those of its kind; undefined where a collator is needed. */
  readonly key: string | undefined;
  /** The port behind the name; -1 for none. It counts where nothing else tells two texts apart. */
  readonly port: number;
}

/** What comes before what. */
const ranks = { address: 0, host: 1, other: 2, none: 3 } as const;
type Kind = keyof typeof ranks;

const nameAndPort = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d{1,5}))?$/;
const hostName = /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u;

/** The collator is made when it is first needed: nearly all texts are plain, and its tables take a while to load. */
let collator: Intl.Collator | undefined;

/** The place of any text: digits count by their value, and an empty text comes last. */
export function placeOf(text: string): Place {
  return placed(text, text === '' ? 'none' : 'other', text, orderKey(text));
}

/**
 * The place of a text that names a host: addresses come first, by their value, then names, then what is neither; a port
 * counts last.
 */
export function hostPlaceOf(text: string): Place {
  const [, bracketed, plain, port] = nameAndPort.exec(text) ?? [];
  const name = bracketed ?? plain ?? text;
  const ofAddress = addressKey(name);
  if (ofAddress !== undefined) {
    return placed(text, 'address', name, ofAddress, port);
  }
  return hostName.test(name) ? placed(text, 'host', name, orderKey(name), port) : placeOf(text);
}

/** Compares the places of texts in small letters. It returns 0 only for equal texts. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.kind !== b.kind) {
    return ranks[a.kind] - ranks[b.kind];
  }
  const ofNames = a.key === undefined || b.key === undefined ? collated(a.name, b.name) : compareUnits(a.key, b.key);
  return ofNames || a.port - b.port || compareUnits(a.text, b.text);
}

function placed(text: string, kind: Kind, name: string, key: string | undefined, port = '-1'): Place {
  return { text, kind, name, key, port: Number(port) };
}

/** Compares as people do. */
function collated(a: string, b: string): number {
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(a, b);
}

function compareUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

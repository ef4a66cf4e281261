import { addressKey } from './addressKey.ts';
import { orderKey } from './orderKey.ts';

/** Where a text stands among others. */
export interface Place {
  /** A lower one comes before a higher one, whatever else they are ordered by. */
  readonly kind: number;
  /** What it is ordered by within its kind. */
  readonly name: string;
  /** A text whose code units sort as the name does among those of its kind; undefined where a collator is needed. */
  readonly key: string | undefined;
  /** The port behind the name; -1 for none. It counts where nothing else tells two texts apart. */
  readonly port: number;
}

/** What comes before what. */
const kinds = { address: 0, host: 1, other: 2, none: 3 } as const;

const nameAndPort = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d{1,5}))?$/;
const hostName = /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u;

/** The place of any text: digits count by their value, and an empty text comes last. */
export function placeOf(text: string): Place {
  return placed(text === '' ? kinds.none : kinds.other, text, orderKey(text));
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
    return placed(kinds.address, name, ofAddress, port);
  }
  return hostName.test(name) ? placed(kinds.host, name, orderKey(name), port) : placeOf(text);
}

function placed(kind: number, name: string, key: string | undefined, port = '-1'): Place {
  return { kind, name, key, port: Number(port) };
}

import { holdsUnseen, withoutUnseenAround } from '../text/unwrapped.ts';

/** What was understood of a typed address, or why it is refused. */
export type Address =
  | { readonly url: string; readonly refused?: undefined }
  | { readonly url?: undefined; readonly refused: 'unreadable' | 'otherScheme' | 'insecure' };

/**
 * The server that a person means by a bare host, the URL of an API, or whatever a browser shows: scheme, host, port and
 * the path before `/api` or `/iso`. Quotes and invisible characters around it are cut off. Plain http is accepted for
 * this machine only, since secrets would travel readable.
 */
export function readServerAddress(text: string): Address {
  return read(text, (path) => path.replace(/\/(api|iso)(\/.*)?$/, '').replace(/\/+$/, ''));
}

/** As `readServerAddress`, for a token URL, whose path is kept as it is. */
export function readTokenAddress(text: string): Address {
  return read(text, (path) => path);
}

/** Whether a host name means this machine: 127.0.0.0/8, ::1 or localhost. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

/**
 * Whether the host of a URL can be one: a name as DNS allows it, or a complete IP address. `text` is what was typed, in
 * which a scheme must not have become the host.
 */
export function hasHost(text: string, { protocol, hostname, port }: URL): boolean {
  // The parser of URLs accepts "https:host" and "https:/host", and reads "10.1" as 10.0.0.1.
  const isWritten = !/^https?:$/.test(protocol) || /^https?:\/\//i.test(text);
  const isNumber = /^\d+(\.\d+){3}$/.test(hostname);
  const isName =
    hostname.length < 254 &&
    hostname
      .replace(/\.$/, '')
      .split('.')
      .every((label) => dnsLabel.test(label));
  const isScheme = /^https?\.?$/.test(hostname);
  return (
    isWritten &&
    port !== '0' &&
    (hostname.startsWith('[') || (isName && !isScheme && (!isNumber || text.includes(hostname))))
  );
}

const dnsLabel = /^(?!-)[a-z\d_-]{1,63}(?<!-)$/;
/** A bracket or quote may be left over at one end when an address is copied from a mail or a document. */
const quotesAround = /^["'`´“”„‘’‚«»‹›<]+|["'`´“”„‘’‚«»‹›>]+$/g;

function read(typed: string, pathOf: (path: string) => string): Address {
  const text = withoutUnseenAround(withoutUnseenAround(typed).replace(quotesAround, ''));
  // The parser of URLs would take the host of "localhost:8443" for a scheme, so it is completed here. "https:host" is
  // not, and is refused below.
  const whole = /^([a-z][a-z\d+.-]*:\/\/|https?(?![a-z\d.-]))/i.test(text) ? text : `https://${text}`;
  const url = holdsUnseen(text) ? null : URL.parse(whole);
  if (url === null) {
    return { refused: 'unreadable' };
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return { refused: 'otherScheme' };
  }
  if (!hasHost(whole, url)) {
    return { refused: 'unreadable' };
  }
  return url.protocol === 'http:' && !isLoopback(url.hostname)
    ? { refused: 'insecure' }
    : { url: url.origin + pathOf(url.pathname) };
}

/** The host of a base URL and the path that a proxy needs: two servers may have one host in common. */
export function shortAddress(baseUrl: string): string {
  const { host, pathname } = new URL(baseUrl);
  return `${host}${pathname.replace(/\/$/, '')}`;
}

import { holdsUnseen, withoutUnseenAround } from '../text/unwrapped.ts';

/** What a typed address comes to, or why it is not taken. */
export type Address =
  | { readonly url: string; readonly refused?: undefined }
  | { readonly url?: undefined; readonly refused: 'unreadable' | 'otherScheme' | 'insecure' };

/**
 * The server a person means by a bare host, an API URL, or whatever a browser shows: scheme, host, port and the path
 * before `/api` or `/iso`. Quotes and invisible characters around it are cut. Secrets would travel readable over http,
 * so it is taken on this machine only.
 */
export function readServerAddress(text: string): Address {
  return read(text, (path) => path.replace(/\/(api|iso)(\/.*)?$/, '').replace(/\/+$/, ''));
}

/** The same for a token URL, whose path is kept as it is. */
export function readTokenAddress(text: string): Address {
  return read(text, (path) => path);
}

/** Whether a host name is this machine's own (127.0.0.0/8, ::1, localhost). */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

/** Whether a URL's host can be one: a name as DNS has it or an address in full, and no scheme that slipped there. */
export function hasHost(text: string, { protocol, hostname, port }: URL): boolean {
  // "https:host" and "https:/host" are no mistakes to URL, nor is "10.1" for 10.0.0.1.
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
/** A paste from a mail or a document may leave one of a pair behind. */
const quotesAround = /^["'`´“”„‘’‚«»‹›<]+|["'`´“”„‘’‚«»‹›>]+$/g;

function read(typed: string, pathOf: (path: string) => string): Address {
  const text = withoutUnseenAround(withoutUnseenAround(typed).replace(quotesAround, ''));
  // "localhost:8443" is a host and a port, though URL takes the host for a scheme; "https:host" is neither.
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

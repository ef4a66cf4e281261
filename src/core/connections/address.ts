/** What a typed address comes to, or why it is not taken. */
export type Address =
  | { readonly url: string; readonly refused?: undefined }
  | { readonly url?: undefined; readonly refused: 'unreadable' | 'otherScheme' | 'insecure' };

/**
 * The server a person means by a bare host, an API URL, or whatever a browser shows: scheme, host, port and the path
 * before `/api` or `/iso`. Secrets would travel readable over http, so it is taken on this machine only.
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

function read(text: string, pathOf: (path: string) => string): Address {
  const trimmed = text.trim();
  // "localhost:8443" is a host and a port, though URL takes the host for a scheme.
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (url === null) {
    return { refused: 'unreadable' };
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return { refused: 'otherScheme' };
  }
  return url.protocol === 'http:' && !isLoopback(url.hostname)
    ? { refused: 'insecure' }
    : { url: url.origin + pathOf(url.pathname) };
}

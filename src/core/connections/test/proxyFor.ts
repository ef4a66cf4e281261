/** What VS Code knows of proxies: its settings, and the environment it was started in. */
export interface ProxySettings {
  /** The setting `http.proxySupport`. */
  readonly support: string;
  /** The setting `http.proxy`; `''` if it is not set. */
  readonly proxy: string;
  /** The setting `http.noProxy`. */
  readonly noProxy: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Hosts for which VS Code never uses a proxy. */
const direct = new Set(['localhost', '127.0.0.1', '[::1]', '[::ffff:7f00:1]']);

/**
 * The host and port (never user or password) of the proxy through which VS Code sends a request to `url`; undefined if
 * it sends it directly. The settings and variables are looked at in the order in which VS Code's own proxy agent does.
 * A proxy that is set in the operating system alone cannot be seen here.
 */
export function proxyFor(url: string, { support, proxy, noProxy, env }: ProxySettings): string | undefined {
  const target = new URL(url);
  const exceptions = noProxy.length > 0 ? noProxy : (env['no_proxy'] ?? env['NO_PROXY'] ?? '').split(',');
  if (support === 'off' || direct.has(target.hostname) || isExcepted(target, exceptions)) {
    return undefined;
  }
  const named = [proxy, env['https_proxy'], env['HTTPS_PROXY'], env['http_proxy'], env['HTTP_PROXY']];
  return named.map((text) => hostOf(text)).find((host) => host !== undefined);
}

function hostOf(proxy: string | undefined): string | undefined {
  const url = /^(https?|socks[45]?[ah]?):\/\//i.test(proxy?.trim() ?? '') ? URL.parse(proxy?.trim() ?? '') : null;
  return url === null || url.host === '' ? undefined : url.host;
}

function isExcepted({ hostname, port, protocol }: URL, exceptions: readonly string[]): boolean {
  const asked = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
  return exceptions.some((exception) => {
    const [name = '', only] = exception.trim().toLowerCase().split(':');
    const isMeant = name === '*' || (name !== '' && `.${hostname}`.endsWith(name.startsWith('.') ? name : `.${name}`));
    return isMeant && (only === undefined || only === '' || only === asked);
  });
}

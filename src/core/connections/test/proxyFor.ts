/** What VS Code knows of proxies: its settings, and the environment it was started in. */
export interface ProxySettings {
  /** `http.proxySupport`. */
  readonly support: string;
  /** `http.proxy`; `''` where there is none. */
  readonly proxy: string;
  /** `http.noProxy`. */
  readonly noProxy: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** VS Code asks no proxy for these. */
const direct = new Set(['localhost', '127.0.0.1', '[::1]', '[::ffff:7f00:1]']);

/**
 * Host and port of the proxy that VS Code sends a request through, never its user or password; undefined for a direct
 * request. The order is that of VS Code's own agent. A proxy that only the operating system names stays unknown.
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

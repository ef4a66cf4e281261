import { arch, release, type } from 'node:os';
import { env, ExtensionKind, UIKind, version, workspace, type ExtensionContext } from 'vscode';
import { diagnostics } from '../core/output/diagnostics.ts';
import type { Connections } from '../core/connections/connections.ts';
import type { RecentRequests } from './client/recentRequests.ts';
import { versionOf } from './versionOf.ts';

/** The name of any other remote may contain the name of its host, so it is left out of the report. */
const remotes = ['ssh-remote', 'wsl', 'dev-container', 'attached-container', 'k8s-container', 'codespaces', 'tunnel'];

/** The report for a bug ticket, as things stand now. */
export function diagnosticsNow(context: ExtensionContext, connections: Connections, requests: RecentRequests): string {
  const { extension } = context;
  return diagnostics({
    environment: {
      extension: versionOf(context),
      'runs in':
        extension.extensionKind === ExtensionKind.UI ? 'the UI extension host' : 'the workspace extension host',
      'VS Code': `${version} (${env.uiKind === UIKind.Web ? 'web' : 'desktop'}), ${env.language}`,
      remote: env.remoteName === undefined ? 'none' : oneOf(remotes, env.remoteName),
      'operating system': `${type()} ${release()} ${arch()}`,
      Node: process.versions.node,
    },
    settings: settingsNow(),
    connections: connections.entries,
    requests: requests.all,
  });
}

/** Our own numbers, and whether VS Code's settings are set; not their values: a proxy's address may hold a password. */
function settingsNow(): Readonly<Record<string, string>> {
  const [own, http] = [workspace.getConfiguration('pamSessions'), workspace.getConfiguration('http')];
  const timeouts = Object.entries(own.get<Readonly<Record<string, unknown>>>('timeouts', {})).map(
    ([name, value]) => [`pamSessions.timeouts.${name}`, String(Number(value))] as const,
  );
  const isInEnvironment = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].some(
    (name) => name in process.env,
  );
  return {
    ...Object.fromEntries(timeouts),
    'http.proxy': http.get<string>('proxy', '') === '' ? 'not set' : 'set',
    'http.proxySupport': oneOf(['off', 'on', 'fallback', 'override'], http.get('proxySupport')),
    'http.noProxy': `${http.get<readonly unknown[]>('noProxy', []).length} entries`,
    'http.systemCertificates': String(http.get('systemCertificates') === true),
    'proxy in the environment': isInEnvironment ? 'yes' : 'no',
  };
}

function oneOf(known: readonly string[], value: unknown): string {
  return known.find((each) => each === value) ?? 'another';
}

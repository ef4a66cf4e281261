import { workspace } from 'vscode';
import type { ProxySettings } from '../../core/connections/proxy.ts';

/** What VS Code's settings and its environment say of proxies now. */
export function proxySettings(): ProxySettings {
  const http = workspace.getConfiguration('http');
  return {
    support: http.get('proxySupport', 'override'),
    proxy: http.get('proxy', ''),
    noProxy: http.get<readonly string[]>('noProxy', []),
    env: process.env,
  };
}

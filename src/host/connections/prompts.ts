import { l10n, window } from 'vscode';
import type { Connection, NewConnection } from '../../core/connections/connection.ts';
import type { Secrets } from '../../core/pam/signIn.ts';

/** A person left a prompt: no error, nothing happened. */
export class Dismissed extends Error {
  override readonly name = 'Dismissed';
}

/** Asks for all that a connection needs, one thing after the other. Rejects with `Dismissed`. */
export async function askForConnection(): Promise<NewConnection> {
  const baseUrl = await askForUrl();
  const name = await ask(l10n.t('Name of the connection'), { value: new URL(baseUrl).host });
  const flavour = await pick(l10n.t('API of the server'), [
    { value: 'detect', label: l10n.t('Detect'), detail: l10n.t('Asks for one session on each path') },
    { value: 'v4', label: 'v4', detail: '/api/pam/session/remotesessions' },
    { value: 'v3', label: 'v3', detail: '/api/session/remotesessions' },
    { value: 'legacy', label: l10n.t('Legacy'), detail: '/iso/session/remotesessions' },
  ] as const);
  const kind = await pick(l10n.t('Authorization'), [
    { value: 'oauth2', label: 'OAuth 2.0', detail: l10n.t('Client ID and client secret') },
    { value: 'oauth1', label: 'OAuth 1.0', detail: l10n.t('Consumer key, consumer secret, token, token secret') },
  ] as const);
  const secrets = await askForSecrets(kind);
  const auth = secrets.kind === 'oauth2' ? { ...secrets, clientAuthentication: 'body' as const } : secrets;
  return { name, baseUrl, flavour, auth, verify: true };
}

/** Asks for the secrets of one kind of authorization. Rejects with `Dismissed`. */
export async function askForSecrets(kind: Connection['auth']['kind']): Promise<Secrets> {
  if (kind === 'oauth2') {
    return {
      kind,
      clientId: await askSecret(l10n.t('Client ID')),
      clientSecret: await askSecret(l10n.t('Client secret')),
    };
  }
  return {
    kind,
    consumerKey: await askSecret(l10n.t('Consumer key')),
    consumerSecret: await askSecret(l10n.t('Consumer secret')),
    token: await askSecret(l10n.t('Token')),
    tokenSecret: await askSecret(l10n.t('Token secret')),
  };
}

/** One choice of several. Rejects with `Dismissed`. */
export async function pick<Value>(
  title: string,
  choices: readonly { readonly value: Value; readonly label: string; readonly detail?: string }[],
): Promise<Value> {
  const chosen = await window.showQuickPick(choices, { title, ignoreFocusOut: true });
  if (chosen === undefined) {
    throw new Dismissed();
  }
  return chosen.value;
}

interface AskOptions {
  readonly value?: string;
  readonly password?: boolean;
  readonly placeHolder?: string;
  readonly complaint?: (text: string) => string | undefined;
}

async function ask(title: string, options: AskOptions = {}): Promise<string> {
  const { complaint, ...box } = options;
  const validateInput = (text: string) =>
    text.trim() === '' ? l10n.t('Something must stand here.') : complaint?.(text.trim());
  const text = await window.showInputBox({ title, prompt: title, ignoreFocusOut: true, validateInput, ...box });
  if (text === undefined) {
    throw new Dismissed();
  }
  return text.trim();
}

function askSecret(title: string): Promise<string> {
  return ask(title, { password: true });
}

async function askForUrl(): Promise<string> {
  const placeHolder = 'https://pam.example.com';
  const text = await ask(l10n.t('Address of the PAM Core server'), { placeHolder, complaint: urlComplaint });
  return urlOf(text);
}

/** A bare host is meant as https; what a browser shows behind the server's own address is cut off. */
function urlOf(text: string): string {
  const url = new URL(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  return url.origin + url.pathname.replace(/\/(api|iso)\/.*$/, '').replace(/\/+$/, '');
}

function urlComplaint(text: string): string | undefined {
  if (!URL.canParse(/^https?:\/\//i.test(text) ? text : `https://${text}`)) {
    return l10n.t('This is no address. Example: {0}', 'https://pam.example.com');
  }
  const url = new URL(urlOf(text));
  return url.protocol === 'http:' && !isLoopback(url.hostname)
    ? l10n.t('Secrets would travel readable over http: use https.')
    : undefined;
}

/** Whether a host name is this machine's own (127.0.0.0/8, ::1, localhost). */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

import { readServerAddress, readTokenAddress } from '../../../core/connections/address.ts';
import type { ConnectionSettings } from '../../../core/connections/settings.ts';
import { alternativeTokenUrl } from '../../../core/pam/endpoints.ts';
import type { Secrets } from '../../../core/pam/auth/signIn.ts';

/** What a person has answered so far, as it was typed or chosen; answers to steps that fell away stay. */
export type Draft = Readonly<Partial<Record<Field, string | undefined>>> & { readonly extras?: readonly Extra[] };

export type Field =
  | 'address'
  | 'name'
  | 'flavour'
  | 'kind'
  | 'tokenUrl'
  | 'otherTokenUrl'
  | 'tenant'
  | 'referer'
  | 'caFile'
  | 'timeZone'
  | 'retentionDays'
  | SecretField;

/** The settings that only few connections need. */
export type Extra = 'tokenUrl' | 'basic' | 'tenant' | 'referer' | 'caFile' | 'timeZone' | 'retentionDays';

/** The secrets of each kind of authorization, in the order they are asked for. */
export const secretFields = {
  oauth2: ['clientId', 'clientSecret'],
  oauth1: ['consumerKey', 'consumerSecret', 'token', 'tokenSecret'],
} as const satisfies Record<Secrets['kind'], readonly string[]>;

export type SecretField = (typeof secretFields)[Secrets['kind']][number];

export function kindOf({ kind }: Draft): Secrets['kind'] {
  return kind === 'oauth1' ? 'oauth1' : 'oauth2';
}

/** The base URL that is made of the typed address; `''` while there is none. */
export function baseUrlOf({ address = '' }: Draft): string {
  return readServerAddress(address).url ?? '';
}

/** The name that is proposed for a connection. */
export function proposedName(draft: Draft): string {
  return URL.parse(baseUrlOf(draft))?.host ?? '';
}

/** Whether an extra was chosen and means anything for the chosen kind of authorization. */
export function has(draft: Draft, extra: Extra): boolean {
  const isOAuth2Only = extra === 'tokenUrl' || extra === 'basic' || extra === 'tenant';
  return (draft.extras?.includes(extra) ?? false) && !(isOAuth2Only && kindOf(draft) === 'oauth1');
}

/** The settings of a connection, without its id and its secrets; `readConnection` checks them. */
export function settingsOf(draft: Draft) {
  const extra = (name: Extra & Field) => (has(draft, name) ? filled(draft[name]) : undefined);
  const oauth2 = {
    kind: 'oauth2' as const,
    tokenUrl: tokenUrlOf(draft),
    tenant: extra('tenant'),
    clientAuthentication: has(draft, 'basic') ? ('basic' as const) : ('body' as const),
  };
  return {
    name: filled(draft.name) ?? proposedName(draft),
    baseUrl: baseUrlOf(draft),
    flavour: draft.flavour,
    caFile: extra('caFile'),
    referer: extra('referer'),
    timeZone: extra('timeZone'),
    retentionDays: daysOf(extra('retentionDays')),
    auth: kindOf(draft) === 'oauth1' ? { kind: 'oauth1' as const } : oauth2,
  };
}

/** The secrets that were typed, each under its own name. */
export function secretsOf(draft: Draft): Partial<Secrets> {
  const typed = secretFields[kindOf(draft)].map((field) => [field, filled(draft[field])] as const);
  return Object.fromEntries(typed.filter(([, text]) => text !== undefined));
}

/** The answers that would make this connection; its secrets stay where they are. */
export function draftOf(settings: ConnectionSettings): Draft {
  const { name, baseUrl, flavour, auth, caFile, referer, timeZone, retentionDays } = settings;
  const { tokenUrl, tenant, clientAuthentication } = auth.kind === 'oauth2' ? auth : {};
  const isAlternative = tokenUrl === alternativeTokenUrl(baseUrl);
  const extras: Readonly<Record<Extra, boolean>> = {
    tokenUrl: tokenUrl !== undefined,
    basic: clientAuthentication === 'basic',
    tenant: tenant !== undefined,
    referer: referer !== undefined,
    caFile: caFile !== undefined,
    timeZone: timeZone !== undefined,
    retentionDays: retentionDays !== undefined,
  };
  return {
    address: baseUrl,
    name,
    flavour,
    kind: auth.kind,
    tokenUrl: tokenUrl === undefined ? undefined : isAlternative ? 'alternative' : 'other',
    otherTokenUrl: isAlternative ? undefined : tokenUrl,
    tenant,
    referer,
    caFile,
    timeZone,
    retentionDays: retentionDays?.toString(),
    extras: (Object.keys(extras) as Extra[]).filter((extra) => extras[extra]),
  };
}

/** The same answers without those that are kept in SecretStorage only. */
export function withoutSecrets(draft: Draft): Draft {
  return Object.fromEntries(Object.entries(draft).filter(([field]) => !isSecretField(field)));
}

export function isSecretField(field: string): boolean {
  return Object.values(secretFields).some((fields: readonly string[]) => fields.includes(field));
}

/** Whether two have the same answers; one that is empty is none. */
export function isSameDraft(one: Draft, other: Draft): boolean {
  const answers = (draft: Draft) =>
    Object.entries(draft)
      .filter(([, answer]) => answer !== undefined && answer.length > 0)
      .toSorted(([field], [another]) => (field < another ? -1 : 1));
  return JSON.stringify(answers(one)) === JSON.stringify(answers(other));
}

function tokenUrlOf(draft: Draft): string | undefined {
  if (!has(draft, 'tokenUrl')) {
    return undefined;
  }
  switch (draft.tokenUrl) {
    case 'alternative':
      return alternativeTokenUrl(baseUrlOf(draft));
    case 'other':
      return readTokenAddress(draft.otherTokenUrl ?? '').url;
    default:
      return undefined;
  }
}

/** What is no number is left to `readConnection`, which refuses it. */
function daysOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function filled(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}

import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { defaultTokenUrl } from '../pam/endpoints.ts';
import type { Secrets } from '../pam/auth/signIn.ts';
import { isTimeZone } from '../sessions/time.ts';
import { isRetention } from '../sessions/purge.ts';
import { hasHost } from './address.ts';
import { urlTemplateProblem } from './urlTemplate.ts';
import {
  clientAuthentications,
  complaintOf,
  complaintText,
  flavours,
  type Complaint,
  type Problem,
} from './complaint.ts';

const is = <Message extends Problem>(test: (value: string) => boolean, problem: Message) => v.check(test, problem);

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('empty' satisfies Problem));

/**
 * The URL of a server: scheme, host, port and path. A user, a query or a fragment in it would be sent or logged without
 * being noticed, so they are refused.
 */
const address = v.pipe(
  text,
  is(isUrl, 'notUrl'),
  is((value) => /^https?:$/.test(new URL(value).protocol), 'otherScheme'),
  is((value) => new URL(value).username === '' && new URL(value).password === '', 'holdsUser'),
  is((value) => !/[?#]/.test(value), 'holdsQuery'),
);

/** An address with placeholders for fields of a session. */
const urlTemplate = v.pipe(
  text,
  v.rawCheck(({ dataset, addIssue }) => {
    const problem = dataset.typed ? urlTemplateProblem(dataset.value) : undefined;
    if (problem !== undefined) {
      addIssue({ message: problem });
    }
  }),
);

const oauth2Settings = v.object({
  kind: v.literal('oauth2'),
  tokenUrl: v.optional(address),
  tenant: v.optional(text),
  clientAuthentication: v.optional(v.picklist(clientAuthentications), 'body'),
});

const common = {
  name: text,
  baseUrl: v.pipe(
    address,
    v.transform((url) => url.replace(/\/+$/, '')),
  ),
  flavour: v.picklist(flavours),
  caFile: v.optional(text),
  referer: v.optional(
    v.pipe(
      text,
      is((value) => /^[\x20-\x7e]+$/.test(value), 'notAscii'),
    ),
  ),
  timeZone: v.optional(v.pipe(text, is(isTimeZone, 'notTimeZone'))),
  /** For how many days after its end the server keeps the recording of a session that is not protected. */
  retentionDays: v.optional(v.pipe(v.number(), v.check(isRetention, 'notDays' satisfies Problem))),
  /** Where the ticket of a session is, and where the server's own pages show the session. */
  ticketUrl: v.optional(urlTemplate),
  pamUrl: v.optional(urlTemplate),
};

const connection = v.object({
  id: text,
  ...common,
  auth: v.variant('kind', [oauth2Settings, v.object({ kind: v.literal('oauth1') })]),
});

const secret = v.pipe(v.string(), v.nonEmpty('empty' satisfies Problem));

export const secretsSchema = v.variant('kind', [
  v.object({ kind: v.literal('oauth2'), clientId: secret, clientSecret: secret }),
  v.object({
    kind: v.literal('oauth1'),
    consumerKey: secret,
    consumerSecret: secret,
    token: secret,
    tokenSecret: secret,
  }),
]);

const newConnection = v.object({
  id: v.optional(text),
  ...common,
  auth: v.variant('kind', [
    v.object({ ...oauth2Settings.entries, clientId: secret, clientSecret: secret }),
    secretsSchema.options[1],
  ]),
  verify: v.optional(v.boolean(), true),
});

/** A server and how to sign in to it, as the settings hold it. Nothing in it is secret. */
export type ConnectionSettings = Readonly<v.InferOutput<typeof connection>>;

/** What a person or another extension gives to make a connection: its settings and its secrets together. */
export type NewConnection = Readonly<v.InferOutput<typeof newConnection>>;

/**
 * The error for a value that is not a connection. Its message names the fields that are wrong, but not their values.
 */
export class InvalidConnection extends Error {
  override readonly name = 'InvalidConnection';
  readonly complaints: readonly Complaint[];

  constructor(complaints: readonly Complaint[]) {
    super(complaints.map(complaintText).join('; '));
    this.complaints = complaints;
  }
}

/** Reads one entry of the settings. Throws `InvalidConnection`. */
export function readConnection(value: unknown): ConnectionSettings {
  return read(connection, value);
}

/** Reads the argument of the command `pamSessions.addConnection`. Throws `InvalidConnection`. */
export function readNewConnection(value: unknown): NewConnection {
  return read(newConnection, value);
}

/** Reads the secrets of one kind of authorization; undefined if any of them is missing. */
export function readSecrets(value: unknown): Secrets | undefined {
  const result = v.safeParse(secretsSchema, value);
  return result.success ? result.output : undefined;
}

/**
 * Parts a new connection into what is written to the settings and what is kept secret. It gets an id if it has none.
 */
export function separate(given: NewConnection): {
  connection: ConnectionSettings;
  secrets: v.InferOutput<typeof secretsSchema>;
} {
  const { name, baseUrl, flavour, caFile, referer, timeZone, retentionDays, ticketUrl, pamUrl, auth } = given;
  const id = given.id ?? randomUUID();
  const settings = { id, name, baseUrl, flavour, caFile, referer, timeZone, retentionDays, ticketUrl, pamUrl };
  if (auth.kind === 'oauth1') {
    return { connection: { ...settings, auth: { kind: 'oauth1' } }, secrets: auth };
  }
  const { clientId, clientSecret, ...auth2 } = auth;
  return { connection: { ...settings, auth: auth2 }, secrets: { kind: 'oauth2', clientId, clientSecret } };
}

/**
 * The origins (scheme, host, port) to which a connection sends its secrets: that of its server and that of its token
 * URL.
 */
export function originsOf({ baseUrl, auth }: Pick<ConnectionSettings, 'baseUrl' | 'auth'>): readonly string[] {
  const urls = auth.kind === 'oauth2' ? [baseUrl, auth.tokenUrl ?? defaultTokenUrl(baseUrl)] : [baseUrl];
  return [...new Set(urls.map((url) => new URL(url).origin))];
}

function read<Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> {
  // The later checks of a URL rely on the earlier ones, so the first failed check of a value ends it.
  const result = v.safeParse(schema, value, { abortPipeEarly: true });
  if (result.success) {
    return result.output;
  }
  throw new InvalidConnection(result.issues.map(complaintOf));
}

function isUrl(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && (!/^https?:$/.test(url.protocol) || hasHost(value, url));
}

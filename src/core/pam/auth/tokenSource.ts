import * as v from 'valibot';
import type { ResponseHead } from '../http/responseHead.ts';
import { ask } from '../answer/ask.ts';
import type { Document } from '../answer/document.ts';
import { Failure, type FailureCode } from '../../failure.ts';
import { maskGivenTokens, maskOf, type Mask } from '../answer/mask.ts';
import { neverAgain, type RetryPolicy } from '../http/retryPolicy.ts';
import { SharedWork } from '../../async/sharedWork.ts';
import { quotedWords } from '../answer/shapeFailure.ts';
import type { Transport } from '../http/transport.ts';
import { verdict, notJson } from '../answer/verdict.ts';

/** The secrets of an OAuth 2.0 authorization. */
export interface OAuth2Secrets {
  readonly kind: 'oauth2';
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface OAuth2Options {
  readonly tokenUrl: string;
  /** The subdomain of a tenant. It is mandatory if the server is called by its IP address. */
  readonly tenant?: string | undefined;
  /**
   * Where the client's id and secret are sent. Every public client uses the body; the documentation of 3.25 has a Basic
   * header.
   */
  readonly clientAuthentication: 'body' | 'basic';
  readonly referer?: string | undefined;
  /** Whether a token is requested again after a failure; without it none is. */
  readonly retryPolicy?: RetryPolicy | undefined;
  /** The clock by which a token ends, in milliseconds. */
  readonly now?: (() => number) | undefined;
}

const maxBytes = 1 << 20;
/** A token is renewed so many milliseconds before its end, so that it does not end during a request. */
const marginMilliseconds = 30_000;
/** The lifetime that is assumed if the server names none. Its documentation speaks of 1 h and of 24 h. */
const defaultSeconds = 3600;

const tokenAnswer = v.object({
  access_token: v.pipe(v.string(), v.nonEmpty()),
  // A good token is used even if its lifetime cannot be read.
  expires_in: v.fallback(
    v.optional(v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.finite(), v.gtValue(0))),
    undefined,
  ),
});

/**
 * Holds the access token of one connection in memory. Calls that need a new one at the same time share one request.
 */
export class TokenSource {
  readonly #secrets: OAuth2Secrets;
  readonly #options: OAuth2Options;
  readonly #transport: Transport;
  #token: { readonly text: string; readonly until: number } | undefined;
  readonly #mask: Mask;
  readonly #asking = new SharedWork((signal) => this.#askPatiently(signal));

  constructor(secrets: OAuth2Secrets, options: OAuth2Options, transport: Transport) {
    this.#secrets = secrets;
    const { clientId, clientSecret } = secrets;
    const maskOwn = maskOf([clientId, clientSecret, basic(clientId, clientSecret)]);
    this.#mask = (text) => maskGivenTokens(maskOwn(text));
    this.#options = options;
    this.#transport = transport;
  }

  /** A token that is still valid. Rejects with `cancelled` once `signal` is aborted, and then makes no request. */
  async token(signal: AbortSignal | undefined): Promise<string> {
    const { now = Date.now } = this.#options;
    if (this.#token !== undefined && now() < this.#token.until) {
      return this.#token.text;
    }
    return this.#asking.result(signal);
  }

  /** Drops the token `refused`, unless another call has renewed it already. */
  drop(refused: string): void {
    if (this.#token?.text === refused) {
      this.#token = undefined;
    }
  }

  async #askPatiently(signal: AbortSignal): Promise<string> {
    const { retryPolicy = neverAgain } = this.#options;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#ask(signal);
      } catch (error) {
        if (!(await retryPolicy(error, attempt, signal))) {
          throw error;
        }
      }
    }
  }

  async #ask(signal: AbortSignal): Promise<string> {
    const { tokenUrl, tenant, clientAuthentication, referer, now = Date.now } = this.#options;
    const { clientId, clientSecret } = this.#secrets;
    const form = new URLSearchParams({ grant_type: 'client_credentials' });
    const headers: Record<string, string> = { 'Content-Type': 'application/x-www-form-urlencoded' };
    if (clientAuthentication === 'body') {
      form.set('client_id', clientId);
      form.set('client_secret', clientSecret);
    } else {
      headers['Authorization'] = `Basic ${basic(clientId, clientSecret)}`;
    }
    if (tenant !== undefined) {
      form.set('tenant', tenant);
    }
    if (referer !== undefined) {
      headers['Referer'] = referer;
    }
    const body = form.toString();
    const document = await ask(this.#transport, {
      request: { method: 'POST', url: tokenUrl, headers, body, maxBytes, signal },
      reader: { onRecord: () => undefined },
      judge: (head, answer) => judge(head, answer, this.#mask),
      mask: this.#mask,
    });
    const { access_token: text, expires_in: seconds = defaultSeconds } = v.parse(tokenAnswer, document.json);
    const lifetime = seconds * 1000;
    this.#token = {
      text,
      until: now() + Math.max(lifetime - marginMilliseconds, lifetime / 2),
    };
    return this.#token.text;
  }
}

/** What is wrong with the answer to a request for a token. */
function judge({ status, challenge }: ResponseHead, document: Document, mask: Mask): Failure | undefined {
  const failure = verdict(status, document, mask, challenge);
  if (failure !== undefined) {
    return ofTokenUrl(failure);
  }
  if (!document.complete) {
    return new Failure('truncated', { status, serverText: quotedWords(document.words, mask) });
  }
  if (document.json === undefined) {
    return notJson(document.text, { status }, mask);
  }
  return v.is(tokenAnswer, document.json) ? undefined : new Failure('unexpectedJson', { reason: 'noToken', status });
}

const aboutSessions: readonly FailureCode[] = ['sessionNotFound', 'unexpectedIdentifier', 'resourceNotFound'];

/**
 * Exception codes differ from module to module. One that means something for sessions says no more than "refused" when
 * a token was asked for.
 */
function ofTokenUrl(failure: Failure): Failure {
  return aboutSessions.includes(failure.code) ? new Failure('requestRefused', failure.facts) : failure;
}

/** RFC 6749, section 2.3.1: both parts are form-encoded before they are joined. */
function basic(clientId: string, clientSecret: string): string {
  const encoded = [clientId, clientSecret].map((part) =>
    new URLSearchParams({ part }).toString().slice('part='.length),
  );
  return Buffer.from(encoded.join(':')).toString('base64');
}

import type { ResponseHead } from './http/responseHead.ts';
import { ask } from './answer/ask.ts';
import type { Document, DocumentReader } from './answer/document.ts';
import { asksForOne } from './endpoints.ts';
import { Failure, withFacts, type FailureCode } from '../failure.ts';
import { maskOf, type Mask } from './answer/mask.ts';
import { neverAgain, type RetryPolicy } from './http/retryPolicy.ts';
import type { SignIn } from './auth/signIn.ts';
import { shapeFailure } from './answer/shapeFailure.ts';
import type { Transport } from './http/transport.ts';
import { verdict } from './answer/verdict.ts';

export interface SessionRequest {
  /** An absolute URL without a query. */
  readonly url: string;
  /** The most bytes that the decoded answer may have. */
  readonly maxBytes: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Makes one request to the server and judges its answer. `readerOf` makes what reads the answer: another one each time
 * that the request is made again, since what was read of the answer before is void then. Rejects with a `Failure`.
 */
export type Exchange = (question: SessionRequest, readerOf: () => DocumentReader) => Promise<Document>;

export interface ExchangeOptions {
  readonly signIn: SignIn;
  readonly transport: Transport;
  /** The HTTP referer to send, for an authorization that is limited to certain referers. */
  readonly referer?: string | undefined;
  /** Whether a request for one session is made again after a failure; without it none is. */
  readonly retryPolicy?: RetryPolicy | undefined;
}

/**
 * The one way to the session endpoints: sign, send, read and judge. The request is made once more if the token had
 * ended, and a request for one session also as `retryPolicy` says. A list takes the server minutes, so nothing but an
 * ended token repeats it.
 */
export function createExchange({ signIn, transport, referer, retryPolicy = neverAgain }: ExchangeOptions): Exchange {
  const askAs = (authorization: string, { url, maxBytes, signal }: SessionRequest, reader: DocumentReader) => {
    const shown = [authorization];
    const mask: Mask = (text) => maskOf([...signIn.secrets, ...shown.flatMap(credentialsIn)])(text);
    const headersWith = (value: string) => ({
      Authorization: value,
      ...(referer === undefined ? {} : { Referer: referer }),
    });
    const headersAnew = async () => {
      const anew = await signIn.authorization('GET', url, signal);
      shown.push(anew);
      return headersWith(anew);
    };
    const judge = ({ status, challenge }: ResponseHead, document: Document) => {
      const failure = verdict(status, document, mask, challenge) ?? shapeFailure(document, mask);
      return failure === undefined || asksForOne(url) ? failure : ofList(failure);
    };
    const request = { method: 'GET', headers: headersWith(authorization), headersAnew, url, maxBytes, signal } as const;
    return ask(transport, { request, reader, judge, mask });
  };
  return async (question, readerOf) => {
    const again = asksForOne(question.url) ? retryPolicy : neverAgain;
    let renewed = false;
    for (let attempt = 1; ;) {
      const authorization = await signIn.authorization('GET', question.url, question.signal);
      try {
        return await askAs(authorization, question, readerOf());
      } catch (error) {
        if (!renewed && isAboutTheToken(error) && signIn.renew(authorization)) {
          renewed = true;
        } else if (await again(error, attempt, question.signal)) {
          attempt++;
        } else {
          throw error;
        }
      }
    }
  };
}

const aboutOne: readonly FailureCode[] = ['sessionNotFound', 'unexpectedIdentifier'];

/** Some failures mean something else if the list was asked for and not one session. */
function ofList(failure: Failure): Failure {
  return aboutOne.includes(failure.code) ? withFacts(failure, { reason: 'list' }) : failure;
}

/**
 * The parts of an `Authorization` header that must not be shown: its token or signature, as sent and as a server
 * decodes it.
 */
function credentialsIn(authorization: string): readonly string[] {
  const [, scheme, value = ''] = /^(\S+) (.*)$/.exec(authorization) ?? [];
  const signed = scheme === 'OAuth' ? value.matchAll(/="([^"]{20,})"/g) : [];
  return [value, ...Array.from(signed, ([, part = '']) => decodeURIComponent(part))];
}

const renewable: readonly FailureCode[] = ['tokenExpired', 'inactiveAuthorization', 'noRoute'];
const wordless: readonly FailureCode[] = ['requestRefused', 'notJson', 'truncated', 'tooLarge'];

/**
 * Whether a token may have ended early, or may be unknown to the gateway (seed page 001, "No route matched"). A 401 can
 * say so with any body (RFC 6750, section 3.1), but not with words that are known to mean something else.
 */
function isAboutTheToken(error: unknown): boolean {
  if (!(error instanceof Failure)) {
    return false;
  }
  const { status, saidStatus } = error.facts;
  return renewable.includes(error.code) || (wordless.includes(error.code) && [status, saidStatus].includes(401));
}

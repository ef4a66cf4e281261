import type { ResponseHead } from './http/responseHead.ts';
import { ask } from './answer/ask.ts';
import type { Document, DocumentReader } from './answer/document.ts';
import { asksForOne } from './endpoints.ts';
import { Failure, withFacts, type FailureCode } from '../failure.ts';
import { maskOf, type Mask } from './answer/mask.ts';
import { impatient, type Patience } from './http/patience.ts';
import type { SignIn } from './auth/signIn.ts';
import { shapeFailure } from './answer/shapeFailure.ts';
import type { Transport } from './http/transport.ts';
import { verdict } from './answer/verdict.ts';

export interface SessionRequest {
  /** Absolute, without a query. */
  readonly url: string;
  /** Bound on the decoded answer. */
  readonly maxBytes: number;
  readonly signal: AbortSignal | undefined;
  /** Told that it is asked again: what was read of the answer before is void. */
  readonly onRepeat?: (() => void) | undefined;
}

/** Asks the server one question and judges the answer; rejects with a `PamFailure`. */
export type Exchange = (question: SessionRequest, reader: DocumentReader) => Promise<Document>;

export interface ExchangeOptions {
  readonly signIn: SignIn;
  readonly transport: Transport;
  /** Sent where the authorization admits certain HTTP referers only. */
  readonly referer?: string | undefined;
  /** Whether a question for one session is asked again; without it, never. */
  readonly patience?: Patience | undefined;
}

/**
 * The one way to the session endpoints: sign, send, read, judge; once more when the token had ended, and again with
 * `patience` for one session. A list costs the server minutes, so nothing but an ended token repeats it.
 */
export function createExchange({ signIn, transport, referer, patience = impatient }: ExchangeOptions): Exchange {
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
  return async (question, reader) => {
    const again = asksForOne(question.url) ? patience : impatient;
    let renewed = false;
    for (let attempt = 1; ;) {
      const authorization = await signIn.authorization('GET', question.url, question.signal);
      try {
        return await askAs(authorization, question, reader);
      } catch (error) {
        if (!renewed && isAboutTheToken(error) && signIn.renew(authorization)) {
          renewed = true;
        } else if (await again(error, attempt, question.signal)) {
          attempt++;
        } else {
          throw error;
        }
        question.onRepeat?.();
      }
    }
  };
}

const aboutOne: readonly FailureCode[] = ['sessionNotFound', 'unexpectedIdentifier'];

/** What is said of one session means something else where the list was asked for. */
function ofList(failure: Failure): Failure {
  return aboutOne.includes(failure.code) ? withFacts(failure, { reason: 'list' }) : failure;
}

/** The token of a header, or what a signature in it is made of, as sent and as a server decodes it. */
function credentialsIn(authorization: string): readonly string[] {
  const [, scheme, value = ''] = /^(\S+) (.*)$/.exec(authorization) ?? [];
  const signed = scheme === 'OAuth' ? value.matchAll(/="([^"]{20,})"/g) : [];
  return [value, ...Array.from(signed, ([, part = '']) => decodeURIComponent(part))];
}

const renewable: readonly FailureCode[] = ['tokenExpired', 'inactiveAuthorization', 'noRoute'];
const wordless: readonly FailureCode[] = ['requestRefused', 'notJson', 'truncated', 'tooLarge'];

/**
 * A token that ended early, or that the gateway no longer knows (seed 001, "No route matched"). A 401 whose words are
 * not known may mean one, whatever its body is (RFC 6750, section 3.1); in words that are, it means something else.
 */
function isAboutTheToken(error: unknown): boolean {
  if (!(error instanceof Failure)) {
    return false;
  }
  const { status, saidStatus } = error.facts;
  return renewable.includes(error.code) || (wordless.includes(error.code) && [status, saidStatus].includes(401));
}

import type { Document } from './document.ts';
import { Failure, quoted, type FailureCode, type FailureFacts } from '../../failure.ts';
import type { Mask } from './mask.ts';
import { plainWordsOfHtml, titleOf } from './plainWordsOfHtml.ts';
import { strayWords } from './strayWords.ts';
import { plainStatement, statementOf } from './statement.ts';
import { parseTolerantly } from './parseTolerantly.ts';

export { titleOf };

const exceptionCodes = new Map<unknown, FailureCode>([
  [1002, 'sessionNotFound'],
  [1003, 'unexpectedIdentifier'],
  [1105, 'refererNotAllowed'],
]);

/** The server's messages as its documentation prints them (seed pages, "Errors"), in upper or lower case. */
const words: readonly (readonly [RegExp, FailureCode])[] = [
  [/^1002\b|session not found/i, 'sessionNotFound'],
  [/^1003\b|unexpected identifier type/i, 'unexpectedIdentifier'],
  [/^1105\b|referer is not allowed/i, 'refererNotAllowed'],
  [/not authorized to access this resource|^insufficient_scope$/i, 'unauthorized'],
  [/inactive authorization/i, 'inactiveAuthorization'],
  [/token (is |has )?expired|expired token|^invalid_token$/i, 'tokenExpired'],
  [/client authentication failed|^invalid_client$/i, 'clientAuthenticationFailed'],
  [/invalid signature/i, 'invalidSignature'],
  [/no route matched/i, 'noRoute'],
  [/resource sub not found/i, 'resourceNotFound'],
  [/^unexpected error\.?$/i, 'unexpectedServerError'],
  [/^request timed out/i, 'timeout'],
  [/\btoo many requests\b|rate limit (was |has been )?(exceeded|reached)/i, 'tooManyRequests'],
];

/**
 * The failure that an answer reports; undefined if it reports none. Neither the HTTP status nor `error` can be trusted
 * alone: the documentation shows `error: false` beside an exception, and HTTP 200 beside `code: 400`. Known words
 * decide first, those of the body before those of the `challenge` in the head; then the status; and last the kind of
 * the body. What is quoted of the answer goes through `mask`.
 */
export function verdict(
  status: number,
  document: Document,
  mask: Mask = asItIs,
  challenge: readonly string[] = [],
): Failure | undefined {
  const said =
    document.json === undefined ? plainStatement(document.text) : statementOf(document.json, document.envelopes);
  if (status < 400 && !said.failed) {
    return undefined;
  }
  const [text = plainWordsOfHtml(document.words)] = [...said.texts, ...challenge];
  const facts = { status, saidStatus: said.status, serverText: text === '' ? undefined : quoted(mask(text)) };
  const known = exceptionCodes.get(said.exceptionCode) ?? codeOfWords(said.texts) ?? codeOfWords(challenge);
  const isLimit = status === 429 || said.status === 429;
  const code = isLimit ? 'tooManyRequests' : (known ?? codeOfStatus(status, document));
  return code === 'notJson' ? notJson(document.text, facts, mask) : new Failure(code, facts);
}

/** The failure of an answer that is not JSON. It quotes the answer, or the title of a web page. */
export function notJson(text: string, facts: FailureFacts, mask: Mask = asItIs): Failure {
  const isWebPage = /^\s*(<\?xml[^>]*>\s*)?(<!--|<!doctype html|<html)/i.test(text);
  const isUntitled = isWebPage && titleOf(text) === text;
  const said = isUntitled ? '' : quoted(mask(plainWordsOfHtml(strayWords(text) || text)));
  return new Failure('notJson', {
    ...facts,
    ...(isWebPage ? { reason: 'webPage' } : {}),
    serverText: said === '' ? undefined : said,
  });
}

const asItIs: Mask = (text) => text;

/** What an unexpected part of a document says: the message of another JSON document, or the words of anything else. */
export function saidIn(text: string): string {
  const [message] = statementOf(parseTolerantly(text).value).texts;
  return message ?? plainWordsOfHtml(text);
}

function codeOfWords(texts: readonly string[]): FailureCode | undefined {
  return words.find(([pattern]) => texts.some((each) => pattern.test(each)))?.[1];
}

function codeOfStatus(status: number, document: Document): FailureCode {
  if (status >= 502 && status <= 504) {
    return 'gateway';
  }
  if (status === 401 || document.json !== undefined || document.text === '') {
    return 'requestRefused';
  }
  return status < 500 ? 'notJson' : 'unexpectedServerError';
}

import type { Document } from './document.ts';
import { PamFailure, quoted, type FailureCode, type FailureFacts } from './failure.ts';
import type { Mask } from './mask.ts';
import { spoken, strayWords, titleOf } from './serverWords.ts';
import { parseTolerantly } from './tolerantJson.ts';

export { titleOf };

/** What an answer says about itself, whichever of the server's shapes it came in. */
interface Statement {
  readonly failed: boolean;
  /** The status it gives itself, where that is one of a failure. */
  readonly status: number | undefined;
  /** The code of the `exception`, which is per module: its meaning holds on these endpoints only. */
  readonly exceptionCode: unknown;
  /** What it says in words, the likeliest first. */
  readonly texts: readonly string[];
}

const exceptionCodes = new Map<unknown, FailureCode>([
  [1002, 'sessionNotFound'],
  [1003, 'unexpectedIdentifier'],
  [1105, 'refererNotAllowed'],
]);

/** The server's words, as its documentation prints them (seed pages, "Errors"), without regard to case. */
const words: readonly (readonly [RegExp, FailureCode])[] = [
  [/^1002\b|session not found/i, 'sessionNotFound'],
  [/^1003\b|unexpected identifier type/i, 'unexpectedIdentifier'],
  [/^1105\b|referer is not allowed/i, 'refererNotAllowed'],
  [/not authorized to access this resource/i, 'unauthorized'],
  [/inactive authorization/i, 'inactiveAuthorization'],
  [/token (is |has )?expired|expired token/i, 'tokenExpired'],
  [/client authentication failed|^invalid_client$/i, 'clientAuthenticationFailed'],
  [/invalid signature/i, 'invalidSignature'],
  [/no route matched/i, 'noRoute'],
  [/resource sub not found/i, 'resourceNotFound'],
  [/^unexpected error\.?$/i, 'unexpectedServerError'],
  [/^request timed out/i, 'timeout'],
];

/**
 * The failure an answer reports, or undefined when it reports none. Neither the HTTP status nor `error` can be
 * trusted alone: the documentation shows `error: false` beside an exception, and HTTP 200 beside `code: 400`. What it
 * quotes of the answer goes through `mask`.
 */
export function failureOf(status: number, document: Document, mask: Mask = asItIs): PamFailure | undefined {
  const said =
    document.json === undefined ? plainStatement(document.text) : statementOf(document.json, document.envelopes);
  if (status < 400 && !said.failed) {
    return undefined;
  }
  const [text] = said.texts;
  const facts = { status, saidStatus: said.status, serverText: text === undefined ? undefined : quoted(mask(text)) };
  const known =
    exceptionCodes.get(said.exceptionCode) ??
    words.find(([pattern]) => said.texts.some((each) => pattern.test(each)))?.[1];
  const code = known ?? codeOfStatus(status, document);
  return code === 'notJson' ? notJson(document.text, facts, mask) : new PamFailure(code, facts);
}

/** The failure that an answer is for being no JSON, quoting it: of a web page its title. */
export function notJson(text: string, facts: FailureFacts, mask: Mask = asItIs): PamFailure {
  const isWebPage = /^\s*(<\?xml[^>]*>\s*)?(<!--|<!doctype html|<html)/i.test(text);
  const isUntitled = isWebPage && titleOf(text) === text;
  const said = isUntitled ? '' : quoted(mask(spoken(strayWords(text) || text)));
  return new PamFailure('notJson', {
    ...facts,
    ...(isWebPage ? { reason: 'webPage' } : {}),
    serverText: said === '' ? undefined : said,
  });
}

const asItIs: Mask = (text) => text;

/** What stands in a document where it ought not to says: the message of another document, the words of anything else. */
export function saidIn(text: string): string {
  const [message] = statementOf(parseTolerantly(text).value).texts;
  return message ?? spoken(text);
}

function codeOfStatus(status: number, document: Document): FailureCode {
  if (status >= 502 && status <= 504) {
    return 'gateway';
  }
  if (document.json !== undefined || document.text === '') {
    return 'requestRefused';
  }
  return status < 500 ? 'notJson' : 'unexpectedServerError';
}

function plainStatement(text: string): Statement {
  return {
    failed: false,
    status: undefined,
    exceptionCode: undefined,
    texts: [spoken(text).trim()].filter((said) => said !== ''),
  };
}

function statementOf(json: unknown, envelopes: readonly unknown[] = []): Statement {
  const body = objectOf(json);
  const response = objectOf(body['response']);
  const exception = objectOf(body['exception']);
  const status = failingOf(body['code']) ?? failingOf(response['status']);
  const failed =
    status !== undefined ||
    [body['error'], body['erro'], response['error'], response['erro']].some(isSet) ||
    Object.keys(exception).length > 0;
  const texts = [
    exception['message'],
    response['message'],
    response['mensagem'],
    body['message'],
    body['mensagem'],
    body['error'],
  ];
  const own: Statement = {
    failed,
    status,
    exceptionCode: numberOf(exception['code']),
    texts: texts.filter((text): text is string => typeof text === 'string' && text !== ''),
  };
  return failed
    ? own
    : ([...innerStatements(body), ...envelopes.map((inner) => statementOf(inner))].find((inner) => inner.failed) ??
        own);
}

/** The envelopes inside a doubled one. */
function innerStatements(body: Readonly<Record<string, unknown>>): readonly Statement[] {
  const lists = [body['remote_sessions'], body['remote_session']].filter((list) => Array.isArray(list));
  return lists.flat().map((inner) => statementOf(inner));
}

/** `error` is a flag in the envelope, also as a number or its text, and the name of an error in OAuth's shape. */
function isSet(error: unknown): boolean {
  return error === true || error === 1 || (typeof error === 'string' && !/^(false|0)?$/i.test(error));
}

function failingOf(code: unknown): number | undefined {
  const number = numberOf(code);
  return number !== undefined && number >= 400 ? number : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value)) ? Number(value) : undefined;
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

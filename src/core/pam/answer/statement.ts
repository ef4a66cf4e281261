import { plainWordsOfHtml } from './plainWordsOfHtml.ts';

/** What an answer says about itself, in whichever of the server's shapes it came. */
export interface Statement {
  readonly failed: boolean;
  /** The status that the body names, if that is one of a failure. */
  readonly status: number | undefined;
  /**
   * The code of the `exception`. Codes differ from module to module, so its meaning is valid for these endpoints only.
   */
  readonly exceptionCode: unknown;
  /** The messages in it, the most telling first. */
  readonly texts: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

/** What an answer that is not a JSON document says: the title of a page, or the message in a text of JSON. */
export function plainStatement(text: string): Statement {
  const said = plainWordsOfHtml(jsonText(text) ?? text).trim();
  return { failed: false, status: undefined, exceptionCode: undefined, texts: said === '' ? [] : [said] };
}

function jsonText(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What JSON says in the server's envelope, or in the shape of an error of OAuth (RFC 6749, section 5.2), of RFC 9457 or
 * of a gateway.
 */
export function statementOf(json: unknown, envelopes: readonly unknown[] = []): Statement {
  const body = objectOf(json);
  const response = objectOf(body['response']);
  const exception = objectOf(body['exception']);
  const errors = [body['error'], body['errors']].flat().map(objectOf);
  const codes = [body['code'], response['status'], ...errors.flatMap(({ code, status }) => [code, status])];
  const status = [...codes, body['status']].map(failingOf).find((code) => code !== undefined);
  const failed =
    status !== undefined ||
    [body['error'], body['erro'], body['errors'], response['error'], response['erro']].some(isSet) ||
    Object.keys(exception).length > 0 ||
    body['success'] === false;
  const own: Statement = {
    failed,
    status,
    exceptionCode: [exception, ...errors].map(({ code }) => numberOf(code)).find((code) => code !== undefined),
    texts: [
      exception['message'],
      response['message'],
      response['mensagem'],
      body['message'],
      body['mensagem'],
      body['error_description'],
      objectOf(body['error']),
      body['errors'],
      body['detail'],
      body['title'],
      body['error'],
    ].flatMap(wordsIn),
  };
  return failed
    ? own
    : ([...innerStatements(body), ...envelopes.map((inner) => statementOf(inner))].find((inner) => inner.failed) ??
        own);
}

/** The envelopes inside one that was wrapped twice. */
function innerStatements(body: Fields): readonly Statement[] {
  const lists = [body['remote_sessions'], body['remote_session']].filter((list) => Array.isArray(list));
  return lists.flat().map((inner) => statementOf(inner));
}

/** The members of an error in which servers and gateways put messages for people. */
const wordKeys = ['message', 'mensagem', 'detail', 'error_description', 'description', 'title', 'msg', 'error'];

/** The messages in a text, in an object with one of the usual keys, or in a list or an object of these by field. */
function wordsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    return value === '' ? [] : [value];
  }
  if (Array.isArray(value)) {
    return value.flatMap(wordsIn);
  }
  if (!isObject(value)) {
    return [];
  }
  const named = wordKeys.flatMap((key) => wordsIn(value[key]));
  return named.length > 0 ? named : Object.values(value).filter(Array.isArray).flatMap(wordsIn);
}

/**
 * Whether `error` reports a failure. In the server's envelope it is a flag, which may also be a number or a text; for
 * OAuth it is the name of an error; for gateways it may be an object.
 */
function isSet(error: unknown): boolean {
  if (isObject(error)) {
    const code = numberOf(error['code']);
    const isFine = code === 0 || (code !== undefined && code >= 200 && code < 300);
    return !isFine && wordsIn(error).length > 0;
  }
  return error === true || error === 1 || (typeof error === 'string' && !/^(false|0)?$/i.test(error));
}

function failingOf(code: unknown): number | undefined {
  const number = numberOf(code);
  return number !== undefined && number >= 400 ? number : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value)) ? Number(value) : undefined;
}

function objectOf(value: unknown): Fields {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

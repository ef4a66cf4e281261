import { spoken } from './spoken.ts';

/** What an answer says about itself, whichever of the server's shapes it came in. */
export interface Statement {
  readonly failed: boolean;
  /** The status it gives itself, where that is one of a failure. */
  readonly status: number | undefined;
  /** The code of the `exception`, which is per module: its meaning holds on these endpoints only. */
  readonly exceptionCode: unknown;
  /** What it says in words, the likeliest first. */
  readonly texts: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

/** What an answer that is no JSON document says: a page its title, a JSON text what stands in it. */
export function plainStatement(text: string): Statement {
  const said = spoken(jsonText(text) ?? text).trim();
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

/** What JSON says in the server's envelope, or in a shape of OAuth (RFC 6749, 5.2), of RFC 9457 or of a gateway. */
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

/** The envelopes inside a doubled one. */
function innerStatements(body: Fields): readonly Statement[] {
  const lists = [body['remote_sessions'], body['remote_session']].filter((list) => Array.isArray(list));
  return lists.flat().map((inner) => statementOf(inner));
}

/** The members of an error in which servers and gateways put words for people. */
const wordKeys = ['message', 'mensagem', 'detail', 'error_description', 'description', 'title', 'msg', 'error'];

/** The words in a text, in an object with one of the usual keys, or in a list of either, also one for each field. */
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
 * `error` is a flag in the envelope, also as a number or its text, the name of an error in OAuth's shape, and what says
 * more in those of gateways.
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

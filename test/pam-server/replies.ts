import type { OutgoingHttpHeaders } from 'node:http';
import * as seedBodies from './seedBodies.ts';

/** A whole answer. The content type is JSON unless the headers say otherwise. */
export interface Reply {
  readonly status: number;
  readonly headers?: OutgoingHttpHeaders;
  readonly body: string | Buffer;
}

export function json(status: number, value: unknown): Reply {
  return { status, body: JSON.stringify(value) };
}

export function html(status: number, title: string): Reply {
  const body = `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body };
}

/** The server's envelope of a failure; `detail` is empty on the real one and gives the reason here. */
export function failure(status: number, message: string, exceptionCode = 0, detail = ''): Reply {
  const texts = { message, error: true, error_code: 1, detail, mensagem: message, erro: true, cod_erro: 1 };
  const exception = { code: exceptionCode, message, detail: null };
  return json(status, { code: status, response: { status, ...texts }, exception });
}

/** The envelope around an answer that succeeded. */
export const success = {
  code: 200,
  response: {
    status: 200,
    message: '',
    error: false,
    error_code: 0,
    detail: '',
    mensagem: '',
    erro: false,
    cod_erro: 0,
  },
} as const;

/** The real server says no more than this, whatever is wrong with a signature. */
export function invalidSignature(reason: string): Reply {
  return failure(401, 'Invalid signature', 0, reason);
}

export const replies = {
  sessionNotFound: { status: 400, body: seedBodies.sessionNotFound },
  unexpectedIdentifier: { status: 400, body: seedBodies.unexpectedIdentifier },
  resourceNotFound: failure(404, 'Resource sub not found'),
  methodNotAllowed: failure(405, 'Method not allowed'),
  notAuthorized: failure(500, 'You are not authorized to access this resource.'),
  unexpectedError: failure(500, 'Unexpected error.'),
  refererNotAllowed: failure(500, 'The http referer is not allowed', 1105),
  inactiveAuthorization: failure(401, 'Inactive authorization'),
  tokenExpired: failure(401, 'token expired'),
  clientAuthenticationFailed: json(401, { error: 'invalid_client', message: 'Client authentication failed' }),
  kongNoRoute: json(404, { message: 'no Route matched with those values' }),
  proxyNotFound: html(404, '404 Not Found'),
} as const satisfies Record<string, Reply>;

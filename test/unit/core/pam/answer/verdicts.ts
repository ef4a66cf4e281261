import type { FailureCode } from '../../../../../src/core/failure.ts';
import { verdict } from '../../../../../src/core/pam/answer/verdict.ts';
import { readPieces } from './readText.ts';

/** The inner half of an envelope that went well. */
export const well = { status: 200, message: '', error: false, error_code: 0, mensagem: '', erro: false, cod_erro: 0 };

/** The envelope of an answer that failed, as the server writes it. */
export function envelope(code: number, message: string, exception?: object): object {
  const response = { status: code, message, error: true, error_code: 1, mensagem: message, erro: true, cod_erro: 1 };
  return { code, response, ...(exception === undefined ? {} : { exception }) };
}

/** The verdict on an answer as it would arrive. */
export async function verdictOn(status: number, body: string | object) {
  return verdict(status, await readPieces([typeof body === 'string' ? body : JSON.stringify(body)]));
}

/** An answer and what it ought to be called. */
export type Row = readonly [what: string, status: number, body: string | object, code: FailureCode];

import assert from 'node:assert/strict';
import { titleOf } from '../../../../../src/core/pam/answer/verdict.ts';
import { sessionNotFound, unexpectedIdentifier } from '../../../../pam-server/seedBodies.ts';
import { envelope, verdictOn, type Row } from './verdicts.ts';

const documented: readonly Row[] = [
  ['1002 as the vendor prints it', 400, sessionNotFound, 'sessionNotFound'],
  ['1003 as the vendor prints it', 400, unexpectedIdentifier, 'unexpectedIdentifier'],
  ['a wrong path', 404, envelope(404, 'Resource sub not found'), 'resourceNotFound'],
  ['an unexpected error', 500, envelope(500, 'Unexpected error.'), 'unexpectedServerError'],
  ['a missing grant', 500, envelope(500, 'You are not authorized to access this resource.'), 'unauthorized'],
  [
    'a referer',
    500,
    envelope(500, 'x', { code: 1105, message: 'The http referer is not allowed' }),
    'refererNotAllowed',
  ],
  ['a referer without its number', 500, envelope(500, 'The http referer is not allowed'), 'refererNotAllowed'],
  ['an inactive authorization', 401, envelope(401, 'Inactive authorization'), 'inactiveAuthorization'],
  ['an ended token', 401, envelope(401, 'token expired'), 'tokenExpired'],
  ['an ended token in other words', 401, { message: 'The access token has expired' }, 'tokenExpired'],
  ['wrong client secrets', 401, envelope(401, 'Client authentication failed.'), 'clientAuthenticationFailed'],
  ['a bad signature', 401, envelope(401, 'Invalid signature'), 'invalidSignature'],
  ['a bad signature with 400', 400, envelope(400, 'Invalid signature'), 'invalidSignature'],
  ['no route', 404, { message: 'No route matched with those values' }, 'noRoute'],
  ['a gateway that waited', 504, { message: 'The upstream server is timing out' }, 'gateway'],
  ['a gateway without an upstream', 502, '<html><head><title>502 Bad Gateway</title></head></html>', 'gateway'],
];

const shapes: readonly Row[] = [
  [
    'the flat shape',
    400,
    { code: 400, message: '1002: Session not found', error: true, error_code: 1 },
    'sessionNotFound',
  ],
  [
    "OAuth's shape",
    401,
    { error: 'invalid_client', message: 'Client authentication failed' },
    'clientAuthenticationFailed',
  ],
  ["OAuth's standard shape", 401, { error: 'invalid_client', error_description: 'x' }, 'clientAuthenticationFailed'],
  ["OAuth's name in other words", 401, { error: 'invalid_client', message: 'Denied' }, 'clientAuthenticationFailed'],
  ["Kong's shape", 404, { message: 'no Route matched with those values' }, 'noRoute'],
  ['plain text', 404, 'No route matched with those values.', 'noRoute'],
  ['plain text of a failing server', 500, 'You are not authorized to access this resource.', 'unauthorized'],
  [
    'the Portuguese half alone',
    400,
    { response: { erro: true, mensagem: '1003: Unexpected identifier type' } },
    'unexpectedIdentifier',
  ],
  ['an exception whose number is text', 400, { exception: { code: '1002' } }, 'sessionNotFound'],
  ['an exception in other words', 400, { exception: { code: 1003, message: 'Nope' } }, 'unexpectedIdentifier'],
  ['words the catalogue lacks', 400, envelope(400, 'Something else'), 'requestRefused'],
  ['no words at all', 403, '', 'requestRefused'],
  ['HTML below 500', 403, '<html><title>Forbidden</title></html>', 'notJson'],
  ['HTML of a failing server', 500, '<html><title>Oops</title></html>', 'unexpectedServerError'],
  ['HTML of a gateway', 503, '<!doctype html><title>Down</title>', 'gateway'],
  ['an empty gateway answer', 504, '', 'gateway'],
];

/** Shapes of standards and gateways, and what of them is to be quoted. */
const quotedShapes: readonly (readonly [...Row, quote: string | undefined])[] = [
  [
    'a description',
    400,
    { error: 'invalid_scope', error_description: 'No such scope' },
    'requestRefused',
    'No such scope',
  ],
  [
    'a description in known words',
    401,
    { error: 'x', error_description: 'The token expired' },
    'tokenExpired',
    'The token expired',
  ],
  ["a token's error", 401, { error: 'invalid_token' }, 'tokenExpired', 'invalid_token'],
  ['an error object', 403, { error: { code: 403, message: 'Not you' } }, 'requestRefused', 'Not you'],
  ['an error object under 200', 200, { error: { code: 403, message: 'Not you' } }, 'requestRefused', 'Not you'],
  [
    'an error object without a code',
    200,
    { error: { message: 'Invalid signature' } },
    'invalidSignature',
    'Invalid signature',
  ],
  ['an error object with an exception code', 200, { error: { code: 1002 } }, 'sessionNotFound', undefined],
  ['an error object with a code as text', 200, { error: { code: '403' } }, 'requestRefused', undefined],
  ['errors', 400, { errors: ['Invalid signature'] }, 'invalidSignature', 'Invalid signature'],
  ['errors under 200', 200, { errors: ['Not you'] }, 'requestRefused', 'Not you'],
  ['an error list', 200, { error: ['Not you'] }, 'requestRefused', 'Not you'],
  ['error objects', 400, { errors: [{ message: 'Not you' }] }, 'requestRefused', 'Not you'],
  [
    'errors of JSON:API',
    200,
    { errors: [{ status: '403', title: 'Forbidden', detail: 'Not you' }] },
    'requestRefused',
    'Not you',
  ],
  ['errors by field', 422, { errors: { id: ['Not a number'] } }, 'requestRefused', 'Not a number'],
  ['a message beside errors', 422, { message: 'Invalid', errors: { id: ['No'] } }, 'requestRefused', 'Invalid'],
  ['problem details', 403, { title: 'Forbidden', detail: 'Not you', status: 403 }, 'requestRefused', 'Not you'],
  ['problem details under 200', 200, { title: 'Forbidden', status: 403 }, 'requestRefused', 'Forbidden'],
  ['problem details in known words', 401, { title: 'Token expired', detail: 'x' }, 'tokenExpired', 'x'],
  ['a detail in pieces', 422, { detail: [{ loc: ['id'], msg: 'Not a number' }] }, 'requestRefused', 'Not a number'],
  ['no success', 200, { success: false, message: 'Not you' }, 'requestRefused', 'Not you'],
  ['too many requests', 429, '', 'tooManyRequests', undefined],
  ['too many requests with a page', 429, '<html><title>Slow</title></html>', 'tooManyRequests', 'Slow'],
  [
    'too many requests in words',
    403,
    { message: 'API rate limit exceeded' },
    'tooManyRequests',
    'API rate limit exceeded',
  ],
  ['a JSON text', 401, '"token expired"', 'tokenExpired', 'token expired'],
  ['401 with a page', 401, '<html><title>Login</title></html>', 'requestRefused', 'Login'],
  ['401 with a page without a title', 401, '<html><b>x</b></html>', 'requestRefused', 'x'],
  ['401 with text', 401, 'Unauthorized', 'requestRefused', 'Unauthorized'],
];

describe('core: the verdict on an answer', () => {
  for (const [what, status, body, code, quote] of quotedShapes) {
    it(`is ${code} of ${what} (${status}), quoting it`, async () => {
      const failure = await verdictOn(status, body);
      assert.deepEqual([failure?.code, failure?.facts.serverText], [code, quote]);
    });
  }

  for (const [title, rows] of Object.entries({ documented, shapes })) {
    for (const [what, status, body, code] of rows) {
      it(`${title}: ${what} (${status}) is ${code}`, async () => {
        const failure = await verdictOn(status, body);
        assert.deepEqual([failure?.code, failure?.facts.status], [code, status]);
      });
    }
  }

  it('quotes the server on one line and in short', async () => {
    const failure = await verdictOn(400, envelope(400, ` Some\r\n  thing ${'x'.repeat(500)}`));
    assert.match(failure?.facts.serverText ?? '', /^Some thing x{289}…$/);
  });

  it('quotes the title of an HTML page, and nothing of an empty answer', async () => {
    const page = await verdictOn(
      502,
      '<html>\n<head><TITLE lang="en">Bad\nGateway</TITLE></head><body>long</body></html>',
    );
    assert.equal(page?.facts.serverText, 'Bad Gateway');
    assert.equal((await verdictOn(502, ''))?.facts.serverText, undefined);
  });

  it('takes a text without a title for its own title', () => {
    assert.deepEqual([titleOf('plain'), titleOf('<title></title>rest')], ['plain', '']);
  });
});

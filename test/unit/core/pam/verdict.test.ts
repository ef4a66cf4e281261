import assert from 'node:assert/strict';
import { titleOf } from '../../../../src/core/pam/verdict.ts';
import { sessionNotFound, unexpectedIdentifier } from '../../../pam-server/seedBodies.ts';
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

describe('core: the verdict on an answer', () => {
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

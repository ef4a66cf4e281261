import assert from 'node:assert/strict';
import { listV3, listV4 } from '../../../../pam-server/seedBodies.ts';
import { envelope, verdictOn, well, type Row } from './verdicts.ts';

const flagged: readonly Row[] = [
  ['code 400', 200, { code: 400, response: well }, 'requestRefused'],
  ['code "400"', 200, { code: '400', response: well }, 'requestRefused'],
  ['response.status 500', 200, { code: 200, response: { ...well, status: 500 } }, 'requestRefused'],
  ['response.error', 200, { code: 200, response: { ...well, error: true } }, 'requestRefused'],
  ['response.erro', 200, { code: 200, response: { ...well, erro: true } }, 'requestRefused'],
  ['error', 200, { code: 200, error: true }, 'requestRefused'],
  [
    'an exception beside error: false',
    200,
    { code: 200, response: well, exception: { code: 1002 } },
    'sessionNotFound',
  ],
  [
    'its flags beside a list',
    200,
    { ...envelope(500, 'Unexpected error.'), remote_sessions: [{ id: 1 }] },
    'unexpectedServerError',
  ],
];

const refused = envelope(500, 'You are not authorized to access this resource.');
const doubled: readonly Row[] = [
  [
    'with its list',
    200,
    { code: 200, response: well, remote_sessions: [{ ...refused, remote_sessions: [] }] },
    'unauthorized',
  ],
  ['without a list', 200, { code: 200, response: well, remote_sessions: [refused] }, 'unauthorized'],
  ['by id', 200, { code: 200, remote_session: [{ ...refused, remote_session: [] }] }, 'unauthorized'],
  [
    'after a good one',
    200,
    { code: 200, remote_sessions: [{ remote_sessions: [{ id: 1 }] }, { ...refused, remote_sessions: [] }] },
    'unauthorized',
  ],
];

describe('core: the verdict on what an answer says of itself', () => {
  for (const [title, rows] of Object.entries({ 'flagged by': flagged, 'a doubled envelope’s inner half': doubled })) {
    for (const [what, status, body, code] of rows) {
      it(`${title}: ${what} (${status}) is ${code}`, async () => {
        const failure = await verdictOn(status, body);
        assert.deepEqual([failure?.code, failure?.facts.status], [code, status]);
      });
    }
  }

  const good: readonly (readonly [what: string, body: string | object])[] = [
    ["the vendor's v3 list", listV3],
    ["the vendor's v4 list", `${listV4}]}`],
    ['an empty list', { code: 200, response: well, remote_sessions: [] }],
    ['no list', { code: 200, response: well, remote_sessions: null }],
    ['a token', { token_type: 'Bearer', expires_in: 3600, access_token: 'abc' }],
    ['an empty exception', { code: 200, response: well, exception: null, remote_sessions: [] }],
    [
      'a message that speaks of failure',
      { code: 200, response: { ...well, message: 'No route matched? Found.' }, error: false },
    ],
    [
      'sessions whose fields speak of failure',
      { code: 200, response: well, remote_sessions: [{ id: 1, code: 500, error: true, exception: { code: 1002 } }] },
    ],
    ['an error that is none', { error: { code: 0, message: 'Success' }, remote_sessions: [] }],
    ['errors of which there are none', { error: {}, errors: [], remote_sessions: [] }],
    ['fields of problem details', { title: 'Sessions', detail: 'All of them', status: 200, remote_sessions: [] }],
    ['numbers below 400', { code: 399, response: { ...well, status: 201 } }],
    ['text, which is judged by who asked for JSON', 'Unexpected error.'],
  ];
  for (const [what, body] of good) {
    it(`finds no failure in ${what}`, async () => assert.equal(await verdictOn(200, body), undefined));
  }
});

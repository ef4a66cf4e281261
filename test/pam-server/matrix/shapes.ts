import { html, json, type Reply } from '../replies.ts';
import type { WireFault } from '../wire.ts';
import { answer, bytes, closing, document, ok, session } from './parts.ts';
import type { FaultRow } from './row.ts';

const blanks = ' \r\n\t'.repeat(100);
const list = document.slice(0, -2);
const php =
  '<br />\n<b>Fatal error</b>:  Allowed memory size of 134217728 bytes exhausted in <b>/a.php</b> on line <b>7</b><br />\n';
const phpSaid = 'Fatal error: Allowed memory size of 134217728 bytes exhausted in /a.php on line 7';

/** Lists as PHP and the gateways in front of it write them. */
export const shapeRows: readonly FaultRow[] = [
  {
    fault: 'blanks around the colon of the list',
    trouble: { server: ok(document.replace('s":[', `s"${blanks}:${blanks}[`)) },
    outcome: { sessions: 2 },
  },
  {
    fault: 'the key of the list in escapes',
    trouble: { server: ok(document.replace('remote_sessions', 'remote\\u005fsessions')) },
    outcome: { sessions: 2 },
  },
  {
    fault: 'byte order marks, twice and behind blanks',
    trouble: { wire: answer(`\uFEFF\uFEFF \n\uFEFF${document}`) },
    outcome: { sessions: 2 },
  },
  {
    fault: 'a list with gaps, an odd member in it',
    trouble: { server: ok(`{"remote_sessions":{"0":${session(1)},"count":2,"2":${session(2)}}}`) },
    outcome: { sessions: 2 },
  },
  {
    fault: 'a list of 500,000 with gaps',
    trouble: { wire: gaps(500_000) },
    ask: 'list',
    outcome: { sessions: 500_000 },
  },
  { fault: 'an object for an empty list', trouble: { server: under({}) }, ask: 'list', outcome: { sessions: 0 } },
  {
    fault: 'an empty list in a wrapper',
    trouble: { server: json(200, { data: [{ remote_sessions: [] }] }) },
    ask: 'list',
    outcome: { sessions: 0 },
  },
  { fault: 'a list of no sessions', trouble: { server: under(['x', null]) }, ask: 'list', outcome: { sessions: 0 } },
  {
    fault: 'one that is no session',
    trouble: { server: under(['x']) },
    ask: 'one',
    outcome: { code: 'unexpectedJson' },
  },
  ...[
    { value: 'Query failed', said: 'Query failed' },
    { value: `[${session(1)}]`, said: `[${session(1)}]` },
    { value: false, said: 'false' },
    { value: 0, said: '0' },
  ].map(({ value, said }): FaultRow => ({
    fault: `${JSON.stringify(value)} for a list`,
    trouble: { server: under(value) },
    outcome: { code: 'unexpectedJson' },
    facts: { serverText: said },
  })),
];

/** Servers that fail midway, and say so. */
export const dyingRows: readonly FaultRow[] = [
  {
    fault: 'PHP dying in a list',
    trouble: { server: ok(`${list},${php}`) },
    outcome: { code: 'truncated' },
    facts: { serverText: phpSaid },
  },
  {
    fault: 'PHP dying in a record',
    trouble: { server: ok(`${list},{"id":"3","user":"Jo\n${php}`) },
    outcome: { code: 'truncated' },
    facts: { serverText: phpSaid },
  },
  {
    fault: 'PHP dying, and the connection with it',
    trouble: {
      wire: { says: bytes('HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n', `${list},${php}`), then: 'end' },
    },
    outcome: { code: 'truncated' },
    facts: { serverText: phpSaid },
  },
  {
    fault: 'a warning behind a whole list',
    trouble: { server: ok(document + php) },
    outcome: { code: 'truncated' },
    facts: { serverText: phpSaid },
  },
  {
    fault: 'a failure behind a whole list',
    trouble: { server: ok(`${document}\n{"code":500,"response":{"error":true,"message":"Unexpected error."}}`) },
    outcome: { code: 'truncated' },
    facts: { serverText: 'Unexpected error.' },
  },
  {
    fault: "a gateway's page in a list",
    trouble: { server: ok(`${list}${String(html(504, 'Gateway Time-out').body)}`) },
    outcome: { code: 'truncated' },
    facts: { serverText: 'Gateway Time-out' },
  },
  {
    fault: 'a warning in front of a list',
    trouble: { server: ok(php + document) },
    outcome: { code: 'notJson' },
    facts: { serverText: phpSaid },
  },
  {
    fault: 'PHP dying while it makes a token',
    trouble: { server: ok(`{"access_token":${php}`), only: 'token' },
    outcome: { code: 'truncated' },
    facts: { serverText: phpSaid },
  },
];

function under(value: unknown): Reply {
  return json(200, { code: 200, remote_sessions: value });
}

/** A list of so many sessions as PHP writes it when some of it were taken out. */
function gaps(length: number): WireFault {
  const says = function* (): Generator<Buffer> {
    yield bytes(closing, '{"code":200,"remote_sessions":{');
    for (let from = 0; from < length; from += 1000) {
      const members = Array.from({ length: 1000 }, (_, at) => `"${(from + at) * 2}":${session(from + at)}`);
      yield bytes(from === 0 ? '' : ',', members.join());
    }
    yield bytes('}}');
  };
  return { says, then: 'end' };
}

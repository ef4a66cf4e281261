import { html, json } from '../replies.ts';
import type { WireFault } from '../wire.ts';
import { answer, bytes, closing, document, ok, session } from './parts.ts';
import type { FaultRow } from './row.ts';

/** Bodies that are not what the API sends, and those that are, in odd clothes. */
export const bodyRows: readonly FaultRow[] = [
  {
    fault: 'a login page',
    trouble: { server: 'htmlLogin' },
    outcome: { code: 'notJson', reason: 'webPage' },
    facts: { serverText: 'Sign in' },
  },
  {
    fault: "a firewall's page",
    trouble: { server: html(403, 'Request blocked') },
    outcome: { code: 'notJson', reason: 'webPage' },
    facts: { serverText: 'Request blocked' },
  },
  { fault: 'plain text', trouble: { server: 'plainText' }, outcome: { code: 'notJson' } },
  { fault: 'a bare number', trouble: { server: ok('42') }, outcome: { code: 'notJson' } },
  {
    fault: 'UTF-16',
    trouble: { wire: answer(Buffer.from(`\uFEFF${document}`, 'utf16le')) },
    outcome: { code: 'notJson' },
  },
  { fault: 'broken JSON', trouble: { server: ok('{"a":oops}') }, outcome: { code: 'notJson' } },
  { fault: 'other JSON', trouble: { server: 'wrongJson' }, outcome: { code: 'unexpectedJson' } },
  { fault: 'an empty array', trouble: { server: ok('[]') }, outcome: { code: 'unexpectedJson' } },
  { fault: 'nothing', trouble: { server: ok('') }, outcome: { code: 'truncated' } },
  { fault: '204', trouble: { server: { status: 204, body: '' } }, outcome: { code: 'truncated' } },
  {
    fault: 'an empty list',
    trouble: { server: json(200, { code: 200, remote_sessions: [] }) },
    ask: 'list',
    outcome: { sessions: 0 },
  },
  {
    fault: 'an empty list for one session',
    trouble: { server: json(200, { code: 200, remote_session: [] }) },
    ask: 'one',
    outcome: { code: 'sessionNotFound' },
  },
  {
    fault: 'another session than the one asked for',
    trouble: { wire: answer(`{"remote_session":[${session(7)}]}`) },
    ask: 'one',
    outcome: { code: 'unexpectedJson' },
  },
  { fault: 'the wrong content type', trouble: { server: ok(document, 'text/html') }, outcome: { sessions: 2 } },
  {
    fault: 'charset latin1',
    trouble: {
      wire: answer(Buffer.from(document.replace('"ssh"', '"ssh","username":"José"'), 'latin1')),
    },
    outcome: { sessions: 2 },
  },
  {
    fault: 'duplicate keys',
    trouble: {
      server: ok(`{"code":200,"remote_sessions":[${session(1)}],"remote_sessions":[{"id":"3","id":"2"}]}`),
    },
    outcome: { sessions: 2 },
  },
  { fault: 'a byte order mark', trouble: { wire: answer(`\uFEFF${document}`) }, outcome: { sessions: 2 } },
  { fault: 'a trailing comma', trouble: { wire: answer(document.replace(']}', ',]}')) }, outcome: { sessions: 2 } },
  { fault: 'nesting a million deep', trouble: { wire: answer(deep()) }, outcome: { code: 'tooLarge' } },
  { fault: 'nesting in a record', trouble: { wire: answer(deep('"a":')) }, outcome: { code: 'tooLarge' } },
  {
    fault: 'a record of 20 MB',
    trouble: { wire: answer(document.replace('"ssh"', `"${'x'.repeat(20_000_000)}"`)) },
    outcome: { code: 'tooLarge' },
  },
  {
    fault: '100 MB of spaces first',
    trouble: { wire: spaced('', 100, document) },
    ask: 'list',
    outcome: { sessions: 2 },
  },
  {
    fault: '100 MB of spaces for one session',
    trouble: { wire: spaced('', 100, document) },
    ask: 'one',
    outcome: { code: 'tooLarge' },
  },
  {
    fault: '100 MB of spaces and nothing else',
    trouble: { wire: spaced('', 100, '') },
    ask: 'list',
    outcome: { code: 'truncated' },
  },
  {
    fault: '100 MB of spaces inside',
    trouble: { wire: spaced('{"code":', 100, '200}') },
    outcome: { code: 'tooLarge' },
  },
  {
    fault: 'an endless array',
    trouble: { wire: { says: endless, then: 'end' } },
    ask: 'one',
    outcome: { code: 'tooLarge' },
  },
  {
    fault: 'an endless array that a person has enough of',
    trouble: { wire: { says: endless, then: 'end' } },
    cancels: true,
    outcome: { code: 'cancelled' },
  },
];

function deep(key = ''): string {
  return `{"remote_sessions":[{"id":"1","a":${`[{${key || '"b":'}`.repeat(1 << 20)}`;
}

/** `megabytes` of spaces between two texts, made as they go. */
function spaced(before: string, megabytes: number, after: string): WireFault {
  const space = Buffer.alloc(1 << 20, ' ');
  const says = () => [bytes(closing, before), ...Array<Buffer>(megabytes).fill(space), Buffer.from(after)];
  return { says, then: 'end' };
}

function* endless(): Generator<Buffer> {
  yield bytes(closing, `{"remote_sessions":[${session(0)}`);
  const some = Buffer.from(`,${session(1)}`.repeat(500));
  for (;;) yield some;
}

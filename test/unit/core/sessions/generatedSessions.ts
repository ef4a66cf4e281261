import fc from 'fast-check';
import type { Session } from '../../../../src/core/sessions/session.ts';
import { makeSession } from '../makeSession.ts';

/** A value of a text field on one line. */
export const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('', 'rdp', 'RDP', 'ssh', 'host2', 'host10', 'Übung', 'a b', 'Straße') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }).filter((value) => !/[\r\n]/.test(value)) },
);
/** A host or an address, with or without a port. */
export const host = fc.oneof(
  text,
  fc
    .tuple(
      fc.constantFrom('10.9.0.1', '10.10.0.1', '9.9.9.9', 'web2', 'web10', 'WEB02', 'db-1.example.com', 'Ünit'),
      fc.constantFrom('', ':22', ':3389', ':08'),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom('::1', '2001:db8::9', '2001:DB8::a', '[2001:db8::10]:22', '[2001:db8::9]:443', '::ffff:10.9.0.1'),
  fc.constantFrom('fe80::1%eth0', '[10.9.0.1]:22', '[web2]:22', '010.9.0.1', ':22', 'web2:100000', '-', '(unknown)'),
);
/** The same few moments again and again, in the forms a server writes them in. */
const start = fc.option(
  fc.tuple(fc.nat(2), fc.nat(2), fc.nat(59), fc.constantFrom(' ', 'T')).map(([day, hour, second, separator]) => {
    const two = (value: number) => String(value).padStart(2, '0');
    return `2024-05-1${day}${separator}${two(hour)}:30:${two(second)}`;
  }),
);
const session: fc.Arbitrary<Session> = fc
  .record({
    id: fc.nat(60).map(String),
    sessionId: fc.string({ unit: fc.constantFrom('a', 'B', '0'), maxLength: 4 }),
    user: text,
    originIp: host,
    credential: text,
    device: host,
    protocol: text,
    proxy: text,
    start,
    end: start,
    durationSeconds: fc.option(fc.oneof(fc.nat(12), fc.nat(4_000_000))),
    request: fc.option(text),
    itsm: fc.option(text),
    extra: fc.dictionary(fc.constantFrom('risk', 'note'), fc.oneof(fc.nat(9), text), { noNullPrototype: true }),
  })
  .map((fields) => makeSession({ ...fields, ...(fields.end === null ? { live: true, durationSeconds: null } : {}) }));
/** Lists in which ids and values come again and again. */
export const sessions = fc.array(session, { maxLength: 40 });

import fc from 'fast-check';
import type { Session } from '../../../../../src/core/sessions/session.ts';
import { makeSession } from '../../makeSession.ts';

const text = fc.constantFrom('', 'rdp', 'RDP', 'ssh', 'host1', 'HOST10', 'Übung', 'a b', 'Straße', '=', 'user:x', '9');
const address = fc.constantFrom(
  '10.66.33.15',
  '10.66.33.15:3389',
  '10.0.0.1:22',
  '10.0.0.2',
  '[fd00::1]:22',
  'fd00::1:2',
  'FD00:0:0:1::',
  '::ffff:10.66.1.1',
  '10.66.33.15:x',
  '',
  'host',
);
const two = (value: number) => String(value).padStart(2, '0');
const wall = fc
  .tuple(fc.integer({ min: 9, max: 14 }), fc.nat(23), fc.constantFrom(0, 29, 30, 59), fc.constantFrom(0, 15))
  .map(([day, hour, minute, second]) => `2024-05-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`);
/** Mostly as servers write them, a few moments again and again. */
const time = fc.oneof(
  { weight: 8, arbitrary: wall },
  { weight: 2, arbitrary: wall.map((at) => `${at.replace(' ', 'T')}Z`) },
  { weight: 1, arbitrary: wall.map((at) => `${at}+05:30`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('0000-00-00 00:00:00', 'soon', '2024-05-06 18:30:15', '2024-05-06 18:30:14'),
  },
);
const unknownValue = fc.oneof(text, fc.constantFrom(null, 9, 10, true, ['a', 1], { level: 'RDP' }));

const session: fc.Arbitrary<Session> = fc
  .record({
    id: fc.oneof(fc.nat(60).map(String), fc.constantFrom('007', '99999999999999999999')),
    sessionId: fc.string({ unit: fc.constantFrom('a', 'B', '0'), maxLength: 4 }),
    user: text,
    originIp: address,
    credential: text,
    device: address,
    protocol: text,
    proxy: text,
    start: fc.option(time),
    end: fc.option(time),
    durationSeconds: fc.option(fc.oneof(fc.constantFrom(0, 20, 60, 3600), fc.nat(400_000))),
    preventPurge: fc.option(fc.boolean()),
    request: fc.option(text),
    itsm: fc.option(text),
    extra: fc.dictionary(fc.constantFrom('risk', 'note'), unknownValue, { noNullPrototype: true }),
  })
  .map(({ durationSeconds, ...fields }) => {
    const live = fields.end === null;
    return makeSession({ ...fields, live, durationSeconds: live ? null : durationSeconds });
  });

export const sessions = fc.array(session, { maxLength: 20 });
/** Lists in which no id stands twice. */
export const distinctSessions = sessions.map((list) => [...new Map(list.map((each) => [each.id, each])).values()]);
/** Lists in which no id stands twice, not even with zeros before it. */
export const numberedSessions = sessions.map((list) => [
  ...new Map(list.map((each) => [String(BigInt(each.id)), each])).values(),
]);

import { isIP } from 'node:net';
import { intervalOf } from '../../../../../src/core/sessions/query/momentOf.ts';
import type {
  Comparison,
  FieldReference,
  HashPredicate,
  Moment,
  Query,
  Term,
  TextPredicate,
} from '../../../../../src/core/sessions/query/query.ts';
import type { ServerClock } from '../../../../../src/core/sessions/query/serverClock.ts';
import type { Session } from '../../../../../src/core/sessions/session.ts';

/** The sessions for which a query holds, asked of each one by itself and as the contract words it. */
export function naive(query: Query, list: readonly Session[], clock: ServerClock): readonly Session[] {
  return list.filter((session) => holds(query, session, list, clock));
}

function holds(query: Query, session: Session, list: readonly Session[], clock: ServerClock): boolean {
  switch (query.kind) {
    case 'all':
      return query.terms.every((term) => holds(term, session, list, clock));
    case 'any':
      return query.terms.some((term) => holds(term, session, list, clock));
    case 'not':
      return !holds(query.term, session, list, clock);
    default:
      return termHolds(query, session, list, clock);
  }
}

function termHolds(term: Term, session: Session, list: readonly Session[], clock: ServerClock): boolean {
  switch (term.kind) {
    case 'text':
      return searched(session).some((text) => text.toLowerCase().includes(term.text.toLowerCase()));
    case 'field': {
      const text = fieldText(term.field, session, list);
      return text !== undefined && term.values.some((value) => predicateHolds(value, text));
    }
    case 'session':
      return term.values.some((value) => predicateHolds(value, session.sessionId));
    case 'id':
      return term.values.some((value) => compare(value, BigInt(session.id), (id) => [id, id]));
    case 'duration': {
      const seconds = durationOf(session, clock);
      return seconds !== undefined && term.values.some((value) => compare(value, seconds, (each) => [each, each]));
    }
    case 'time':
      return term.values.some((value) => timeHolds(term.name, value, session, clock));
    case 'is':
      return term.values.some((state) => {
        return state === 'protected' ? session.preventPurge === true : session.live === (state === 'live');
      });
    case 'has':
      return term.values.some((field) => (fieldText(field, session, list) ?? '') !== '');
  }
}

function seen(value: unknown): string {
  return typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value);
}

function searched(session: Session): readonly string[] {
  const { id, sessionId, user, originIp, credential, device, protocol, proxy, request, itsm, extra } = session;
  const times = [session.start, session.end].filter((time) => time !== null && !time.startsWith('0000'));
  const fields = [id, sessionId, user, originIp, credential, device, protocol, proxy, request, itsm, ...times];
  return [...fields.map((text) => text ?? ''), ...Object.values(extra).map(seen)];
}

/** Undefined where no session of the list has the field. */
function fieldText(field: FieldReference, session: Session, list: readonly Session[]): string | undefined {
  if (field.kind === 'known') {
    return session[field.name] ?? '';
  }
  const isThere = list.some(({ extra }) => Object.hasOwn(extra, field.name));
  return isThere ? seen(session.extra[field.name]) : undefined;
}

function predicateHolds(predicate: TextPredicate | HashPredicate, text: string): boolean {
  const small = text.toLowerCase();
  switch (predicate.kind) {
    case 'contains':
      return small.includes(predicate.text.toLowerCase());
    case 'prefix':
      return small.startsWith(predicate.text.toLowerCase());
    case 'equals':
      return small === predicate.text.toLowerCase();
    case 'empty':
      return text === '';
    case 'wildcard': {
      const source = predicate.parts.map((part) => {
        return typeof part === 'object'
          ? part.text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, escaped)
          : part === '*'
            ? '[^]*'
            : '[^]';
      });
      return new RegExp(`^${source.join('')}$`, 'u').test(small);
    }
    case 'network': {
      const bits = bitsOf(text.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1'));
      const wanted = bitsOf(predicate.address).map((each) => each.slice(0, predicate.prefix));
      return bits.some((each) =>
        wanted.some((network) => each.length === widthOf(predicate.address) && each.startsWith(network)),
      );
    }
  }
}

function widthOf(address: string): number {
  return isIP(address) === 4 ? 32 : 128;
}

/** The bits of an address; of one of IPv4 that is written as one of IPv6 those of both. */
function bitsOf(address: string): readonly string[] {
  const version = isIP(address);
  if (version === 0) {
    return [];
  }
  const dotted = /(?:\d+\.){3}\d+$/.exec(address)?.[0];
  const four =
    dotted
      ?.split('.')
      .map((part) => Number(part).toString(2).padStart(8, '0'))
      .join('') ?? '';
  if (version === 4) {
    return [four];
  }
  const groups =
    dotted === undefined ? address : address.replace(dotted, `${hex(four.slice(0, 16))}:${hex(four.slice(16))}`);
  const [left = '', right] = groups.split('::');
  const count = (part = '') => (part === '' ? [] : part.split(':'));
  const missing = right === undefined ? 0 : 8 - count(left).length - count(right).length;
  const all = [...count(left), ...Array.from({ length: missing }, () => '0'), ...count(right)];
  const six = all.map((group) => parseInt(group, 16).toString(2).padStart(16, '0')).join('');
  return dotted === undefined ? [six] : [six, four];
}

function hex(bits: string): string {
  return parseInt(bits, 2).toString(16);
}

function compare<Value extends number | bigint, Named>(
  comparison: Comparison<Named>,
  value: Value,
  /** The first and the last value that are meant. */
  bounds: (named: Named) => readonly [Value, Value],
): boolean {
  if (comparison.operator === '..') {
    const { from, to } = comparison;
    return (from === undefined || value >= bounds(from)[0]) && (to === undefined || value <= bounds(to)[1]);
  }
  const [first, last] = bounds(comparison.value);
  switch (comparison.operator) {
    case 'is':
      return value >= first && value <= last;
    case '>':
      return value > last;
    case '>=':
      return value >= first;
    case '<':
      return value < first;
    case '<=':
      return value <= last;
  }
}

function durationOf({ live, start, durationSeconds }: Session, clock: ServerClock): number | undefined {
  if (!live) {
    return durationSeconds ?? undefined;
  }
  const began = clock.secondsOf(start ?? '');
  return clock.isZoneKnown && began !== undefined ? Math.max(0, clock.now - began) : undefined;
}

function timeHolds(
  name: 'started' | 'ended' | 'at' | 'after' | 'before',
  comparison: Comparison<Moment>,
  { start, end, live }: Session,
  clock: ServerClock,
): boolean {
  const [began, ended] = [clock.secondsOf(start ?? ''), live ? Infinity : clock.secondsOf(end ?? '')];
  const bounds = (moment: Moment): readonly [number, number] => {
    const { from, to } = intervalOf(moment, clock);
    const isSince = moment.kind === 'ago' && comparison.operator === 'is';
    return [from, isSince ? clock.now : to - 1];
  };
  switch (name) {
    case 'started':
      return began !== undefined && compare(comparison, began, bounds);
    case 'ended':
      return !live && ended !== undefined && compare(comparison, ended, bounds);
    case 'after':
      return comparison.operator === 'is' && ended !== undefined && ended >= bounds(comparison.value)[0];
    case 'before':
      return comparison.operator === 'is' && began !== undefined && began < bounds(comparison.value)[0];
    case 'at': {
      const sides = comparison.operator === '..' ? comparison : { from: comparison.value, to: comparison.value };
      const first = sides.from === undefined ? -Infinity : bounds(sides.from)[0];
      const last = sides.to === undefined ? Infinity : bounds(sides.to)[1];
      return began !== undefined && ended !== undefined && began <= last && ended >= first;
    }
  }
}

/** A character of a text as it stands for itself in a regular expression. */
function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

import type { AgoUnit, Comparison, DateParts, Moment } from './query.ts';
import { rangeOf, type Interval, type Range } from './range.ts';
import type { ServerClock } from './serverClock.ts';

const date = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d)(?::(\d\d)(?::(\d\d))?)?)?)?)?$/;
const word = /^(?:today|yesterday|now)$/i;
const ago = /^-(\d+)([smhdw])$/;

const unitSeconds: Readonly<Record<AgoUnit, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
const daySeconds = 86_400;

/**
 * The time that a text of a query names; undefined if it names none that exists in the calendar from the year 1 on.
 */
export function momentOf(text: string, clock: ServerClock): Moment | undefined {
  if (word.test(text)) {
    return { kind: text.toLowerCase() as 'today' | 'yesterday' | 'now' };
  }
  const [, amount, unit] = ago.exec(text) ?? [];
  if (amount !== undefined) {
    const moment = { kind: 'ago', amount: Number(amount), unit: unit as AgoUnit } as const;
    return clock.ago(moment.amount * unitSeconds[moment.unit]) >= secondsOfParts([1]) ? moment : undefined;
  }
  const [year, ...rest] = date.test(text) ? text.split(/[-T :]/).map(Number) : [];
  if (year === undefined) {
    return undefined;
  }
  const parts: DateParts = [year, ...rest];
  return year > 0 && partsOf(secondsOfParts(parts), parts.length).every((part, at) => part === parts[at])
    ? { kind: 'date', parts }
    : undefined;
}

/** The interval that a time takes up, in seconds of the server's clock. A time such as `-2h` is that one second. */
export function intervalOf(moment: Moment, clock: ServerClock): Interval<number> {
  switch (moment.kind) {
    case 'date': {
      const next = moment.parts.with(-1, (moment.parts.at(-1) ?? 0) + 1) as [number, ...number[]];
      return { from: secondsOfParts(moment.parts), to: secondsOfParts(next) };
    }
    case 'today':
    case 'yesterday': {
      const today = Math.floor(clock.now / daySeconds) * daySeconds;
      const from = moment.kind === 'today' ? today : today - daySeconds;
      return { from, to: from + daySeconds };
    }
    case 'now':
      return { from: clock.now, to: clock.now + 1 };
    case 'ago': {
      const from = clock.ago(moment.amount * unitSeconds[moment.unit]);
      return { from, to: from + 1 };
    }
  }
}

/** The range that a comparison of times admits. A time such as `-2h` without an operator means from then until now. */
export function timeRange(comparison: Comparison<Moment>, clock: ServerClock): Range<number> {
  const isSince = comparison.operator === 'is' && comparison.value.kind === 'ago';
  const range = rangeOf(comparison, (moment) => intervalOf(moment, clock));
  return isSince ? { from: range.from, to: Math.max(clock.now, range.from ?? 0) + 1 } : range;
}

/** The time in the form in which a query writes it. */
export function momentText(moment: Moment): string {
  switch (moment.kind) {
    case 'date': {
      const [year, ...rest] = moment.parts;
      const separators = ['-', '-', 'T', ':', ':'];
      const tail = rest.map((part, at) => `${separators[at] ?? ''}${String(part).padStart(2, '0')}`);
      return String(year).padStart(4, '0') + tail.join('');
    }
    case 'ago':
      return `-${moment.amount}${moment.unit}`;
    default:
      return moment.kind;
  }
}

/** A second of the server's clock, as a time that a query can name. */
export function secondMoment(seconds: number): Moment {
  return { kind: 'date', parts: partsOf(seconds, 6) };
}

/** The day of a second of the server's clock, as a time that a query can name. */
export function dayMoment(seconds: number): Moment {
  return { kind: 'date', parts: partsOf(seconds, 3) };
}

function secondsOfParts([year, month = 1, day = 1, hour = 0, minute = 0, second = 0]: DateParts): number {
  const midnight = new Date(0).setUTCFullYear(year, month - 1, day) / 1000;
  return midnight + hour * 3600 + minute * 60 + second;
}

function partsOf(seconds: number, count: number): DateParts {
  const at = new Date(seconds * 1000);
  const time = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()];
  const [year = 0, ...rest] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), ...time].slice(0, count);
  return [year, ...rest];
}

import type { Marks } from '../../../../../src/core/sessions/query/marks.ts';
import type { FieldReference, HashPredicate, TextPredicate } from '../../../../../src/core/sessions/query/query.ts';
import type { QueryableRows } from '../../../../../src/core/sessions/query/queryableRows.ts';
import { idTest, rangesTest, type Range } from '../../../../../src/core/sessions/query/range.ts';
import type { ServerClock } from '../../../../../src/core/sessions/query/serverClock.ts';
import { seenValue } from '../../../../../src/core/sessions/columns/seenExtra.ts';
import { textTest } from '../../../../../src/core/sessions/query/textTest.ts';
import type { Session } from '../../../../../src/core/sessions/session.ts';
import type { Work } from '../../../../../src/core/async/work.ts';
import { isNoTime } from '../../../../../src/core/sessions/time.ts';

const knownFields = ['user', 'originIp', 'credential', 'device', 'protocol', 'proxy', 'request', 'itsm'] as const;

/** Rows kept as the sessions they are. */
export class PlainRows implements QueryableRows {
  readonly length: number;
  readonly #list: readonly Session[];

  constructor(list: readonly Session[]) {
    this.length = list.length;
    this.#list = list;
  }

  has(field: FieldReference): boolean {
    return field.kind === 'known' || this.#list.some(({ extra }) => Object.hasOwn(extra, field.name));
  }

  holding(text: string): Work<Marks> {
    return this.#mark(({ id, sessionId, start, end, extra, ...fields }) => {
      const times = [start, end].filter((time) => time !== null && !isNoTime(time));
      const known = knownFields.map((name) => fields[name]);
      const texts = [id, sessionId, ...known, ...times, ...Object.values(extra).map(seenValue)];
      return texts.some((each) => each?.toLowerCase().includes(text) === true);
    });
  }

  texts(field: FieldReference, predicates: readonly TextPredicate[]): Work<Marks> {
    const test = textTest(predicates);
    return this.#mark((session) => {
      return test((field.kind === 'known' ? session[field.name] : seenValue(session.extra[field.name])) ?? '');
    });
  }

  hashes(predicates: readonly HashPredicate[]): Work<Marks> {
    const test = textTest(predicates);
    return this.#mark(({ sessionId }) => test(sessionId));
  }

  ids(ranges: readonly Range<bigint>[]): Work<Marks> {
    const [ofNumber, ofText] = [rangesTest(ranges), idTest(ranges)];
    return this.#mark(({ id }) => (/^[1-9]\d{0,8}$/.test(id) ? ofNumber(Number(id)) : ofText(id)));
  }

  durations(ranges: readonly Range<number>[]): Work<Marks> {
    const test = rangesTest(ranges);
    return this.#mark(({ durationSeconds }) => durationSeconds !== null && test(durationSeconds));
  }

  times(name: 'start' | 'end', ranges: readonly Range<number>[], clock: ServerClock): Work<Marks> {
    const test = rangesTest(ranges);
    return this.#mark((session) => test(clock.secondsOf(session[name] ?? '') ?? NaN));
  }

  readTimes(name: 'start' | 'end', first: number, into: Float64Array, clock: ServerClock): void {
    for (const [at, session] of this.#list.slice(first, first + into.length).entries()) {
      into[at] = clock.secondsOf(session[name] ?? '') ?? NaN;
    }
  }

  live(): Work<Marks> {
    return this.#mark(({ live }) => live);
  }

  protected(): Work<Marks> {
    return this.#mark(({ preventPurge }) => preventPurge === true);
  }

  *#mark(holds: (session: Session) => boolean): Work<Marks> {
    yield;
    return Uint8Array.from(this.#list, (session) => (holds(session) ? 1 : 0));
  }
}

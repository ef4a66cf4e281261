import { isNoTime, isTimeZone, secondsOf } from '../time.ts';

export interface ClockSettings {
  /** The current time, in milliseconds since 1970. */
  readonly now: number;
  /** The IANA zone of the connection; undefined where none is set. */
  readonly timeZone: string | undefined;
  /** The IANA zone of this machine. */
  readonly machineTimeZone: string;
}

/** Matches a time with an offset at its end. The hours in front distinguish the offset from the days of a date. */
const withOffset = /^(.*[t ]\d{2}.*?)\s*(?:z|[+-]\d{2}(?::?\d{2})?)$/i;
/** Time zones change their clocks only at full quarters of an hour, in seconds. */
const quarterSeconds = 900;

/**
 * The clock by which the times of a list are read. Its seconds are those of `secondsOf`: wall time, as if it were UTC.
 */
export class ServerClock {
  /** Whether the connection says in which zone the server's clock runs. */
  readonly isZoneKnown: boolean;
  /**
   * The zone. Clocks with the same zone read the same seconds from a text; it is `''` if the connection names none.
   */
  readonly zone: string;
  /** The seconds that the clock shows now. */
  readonly now: number;
  /** The instant that it shows, in whole seconds since 1970. */
  readonly instant: number;
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  constructor({ now, timeZone, machineTimeZone }: ClockSettings) {
    this.isZoneKnown = timeZone !== undefined && isTimeZone(timeZone);
    this.zone = this.isZoneKnown ? (timeZone ?? '') : '';
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: this.isZoneKnown ? timeZone : machineTimeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    this.instant = Math.floor(now / 1000);
    this.now = this.#wall(this.instant);
  }

  /** The seconds that the clock showed so many seconds ago. */
  ago(seconds: number): number {
    return this.#wall(this.instant - seconds);
  }

  /**
   * The seconds of the text of a session's time; undefined if it is not one. A time without an offset is taken as it
   * is. One with an offset is converted to the connection's zone, or taken as it is if none is set.
   */
  secondsOf(text: string): number | undefined {
    const seconds = isNoTime(text) ? undefined : secondsOf(text);
    const local = withOffset.exec(text.trim())?.[1];
    if (seconds === undefined || local === undefined) {
      return seconds;
    }
    return this.isZoneKnown ? this.#wall(seconds) : secondsOf(local);
  }

  #wall(instant: number): number {
    const quarter = Math.floor(instant / quarterSeconds);
    const offset = this.#offsets.get(quarter) ?? this.#offsetAt(quarter * quarterSeconds);
    this.#offsets.set(quarter, offset);
    return instant + offset;
  }

  #offsetAt(instant: number): number {
    const date = new Date(instant * 1000);
    // A time that does not exist in the calendar from the year 1 on is shown as it is.
    if (!(date.getUTCFullYear() >= 1)) {
      return 0;
    }
    const parts = new Map(this.#format.formatToParts(date).map(({ type, value }) => [type, Number(value)]));
    const [year = 0, month = 0, day = 0, ...time] = (['year', 'month', 'day', 'hour', 'minute', 'second'] as const).map(
      (type) => parts.get(type) ?? 0,
    );
    const [hour = 0, minute = 0, second = 0] = time;
    const midnight = new Date(0).setUTCFullYear(year, month - 1, day) / 1000;
    return midnight + hour * 3600 + minute * 60 + second - instant;
  }
}

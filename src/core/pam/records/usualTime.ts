import { daySeconds, packedDay } from '../../sessions/columns/timePacking.ts';
import { usualDuration } from './usualDuration.ts';

/** Reads the times of one field, most of which are on the same day as the one before. */
export class UsualTime {
  /** The last day: eleven bytes, held in three numbers. */
  #year = 0;
  #month = 0;
  #day = 0;
  #midnight = -1;

  /** `YYYY-MM-DD HH:MM:SS` and a closing quote, packed as `timePacking` does; -1 for any other form. */
  read(view: DataView, bytes: Uint8Array, at: number): number {
    const year = view.getInt32(at, true);
    const month = view.getInt32(at + 4, true);
    const day = view.getInt32(at + 7, true);
    if (year !== this.#year || month !== this.#month || day !== this.#day) {
      const packed = packedDay(bytes, at);
      this.#midnight = packed < 0 ? -1 : packed * daySeconds;
      this.#year = year;
      this.#month = month;
      this.#day = day;
    }
    const seconds = usualDuration(view, at + 11);
    return seconds >= 0 && seconds < daySeconds && this.#midnight >= 0 ? this.#midnight + seconds : -1;
  }
}

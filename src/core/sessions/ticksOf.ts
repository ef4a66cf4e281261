import { dayMoment, momentText, secondMoment } from './query/momentOf.ts';

/** A mark on an axis of time: where on it, from 0 to 1, and the server's time there. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

const [minute, hour, day] = [60, 3600, 86_400];
/** Round steps, in seconds. */
const steps = [
  ...[1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map((each) => each * minute),
  ...[1, 2, 3, 6, 12].map((each) => each * hour),
  ...[1, 2, 5, 10, 30, 100, 365, 1000].map((each) => each * day),
];
const mostTicks = 8;

/** Round times between two seconds of the server's clock. The day is told where it is full days, or where one begins. */
export function ticksOf(from: number, to: number): readonly Tick[] {
  const step = steps.find((each) => (to - from) / each <= mostTicks) ?? to - from;
  const ticks: Tick[] = [];
  for (let second = Math.ceil(from / step) * step; second <= to; second += step) {
    ticks.push({ at: (second - from) / (to - from), label: labelOf(second, step) });
  }
  return ticks;
}

function labelOf(second: number, step: number): string {
  return second % day === 0
    ? momentText(dayMoment(second)).slice(step > 100 * day ? 0 : 5)
    : momentText(secondMoment(second)).slice(11, step < minute ? 19 : 16);
}

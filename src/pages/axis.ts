import { makeSvg } from './makeSvg.ts';
import { percent } from './percent.ts';

/** A round time on an axis. */
interface Tick {
  readonly at: number;
  readonly label: string;
}

/** The height that the labels of an axis take up. */
export const axisHeight = 20;

/** Lines from `top` to `bottom` at round times, and these times below them. A narrow page shows every second one. */
export function makeAxis(ticks: readonly Tick[], top: number, bottom: number): SVGGElement {
  const lines = ticks.flatMap(({ at, label }, number) => {
    const x = percent(at);
    const anchor = at < 0.05 ? 'start' : at > 0.95 ? 'end' : 'middle';
    const text = makeSvg('text', { x, y: bottom + 14, 'text-anchor': anchor }, label);
    if (number % 2 === 1) text.classList.add('second');
    return [makeSvg('line', { x1: x, x2: x, y1: top, y2: bottom }), text];
  });
  // What is read aloud are the sessions, each with its times.
  return makeSvg('g', { class: 'axis', 'aria-hidden': 'true' }, ...lines);
}

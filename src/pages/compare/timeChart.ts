import type { CompareAxis } from '../../shared/compare.ts';
import { axisHeight, makeAxis } from '../axis.ts';
import { make } from '../make.ts';
import type { Part } from '../part.ts';
import { makeSvg } from '../makeSvg.ts';
import { percent } from '../percent.ts';

/** The times of the sessions on one axis, each in a line of its own, and when two or more were on at once. */
export type TimeChart = Part<CompareAxis | null>;

/** In pixels: a line has the name of its session above its bar. */
const [lineHeight, barTop, barHeight] = [38, 18, 12];

export function makeTimeChart(): TimeChart {
  const element = make('div', 'times');
  let shown = '';
  return {
    element,
    show(axis) {
      element.hidden = axis === null;
      const text = JSON.stringify(axis);
      if (axis === null || text === shown) return;
      shown = text;
      element.replaceChildren(make('p', 'hint', axis.label), makeChart(axis));
    },
  };
}

function makeChart({ label, bars, shaded, ticks }: CompareAxis): SVGSVGElement {
  const bottom = bars.length * lineHeight;
  const names = bars.map((bar) => bar.label).join(', ');
  return makeSvg(
    'svg',
    { role: 'img', 'aria-label': `${names}. ${label}`, height: bottom + axisHeight },
    ...shaded.map((time) => stretch(time, { class: 'shaded', y: 0, height: bottom })),
    makeAxis(ticks, 0, bottom),
    ...bars.flatMap((bar, at) => makeBar(bar, at * lineHeight)),
  );
}

function makeBar(bar: CompareAxis['bars'][number], top: number): readonly SVGElement[] {
  const isRight = bar.from > 0.6;
  const x = percent(isRight ? bar.to : bar.from);
  const name = makeSvg('text', { x, y: top + barTop - 5, 'text-anchor': isRight ? 'end' : 'start' }, bar.label);
  const names = bar.live ? 'bar live' : 'bar';
  return [name, stretch(bar, { class: names, y: top + barTop, height: barHeight, rx: 2 })];
}

function stretch(
  { from, to }: { readonly from: number; readonly to: number },
  attributes: Readonly<Record<string, string | number>>,
): SVGRectElement {
  const rect = makeSvg('rect', { ...attributes, x: percent(from) });
  // What is short is still wide enough to be seen.
  rect.style.setProperty('width', `max(3px, ${percent(to - from)})`);
  return rect;
}

import type { MarkView, StripView } from '../../shared/neighbours.ts';
import { axisHeight, makeAxis } from '../axis.ts';
import type { Part } from '../part.ts';
import { make } from '../make.ts';
import { makeSvg } from '../makeSvg.ts';
import { percent } from '../percent.ts';
import { nextMark } from './nextMark.ts';

/** Sessions on an axis of time. One of them can have the focus, and arrow keys go on from it. */
export type StripChart = Part<StripView>;

/** In pixels. The sign and the words at the open session stand above the first lane. */
const [top, laneHeight, markHeight] = [26, 16, 12];

export function makeStripChart(open: (id: string) => void): StripChart {
  const element = make('div', 'strip');
  return {
    element,
    show(view) {
      const hadFocus = document.hasFocus() && element.contains(document.activeElement);
      const focused = hadFocus ? document.activeElement?.getAttribute('data-id') : null;
      const bottom = top + view.lanes * laneHeight;
      const marks = view.marks.map((mark) => makeMark(mark));
      const own = view.marks.find((mark) => mark.own);
      const svg = makeSvg(
        'svg',
        { role: 'group', 'aria-label': `${view.heading}. ${view.range}. ${view.help}`, height: bottom + axisHeight },
        makeAxis(view.ticks, top - 4, bottom),
        ...marks,
        ...(own === undefined ? [] : [makeSign(own, view.own)]),
      );
      roveThrough(marks, view, open);
      element.replaceChildren(svg);
      if (focused !== null) (marks.find((mark) => mark.dataset['id'] === focused) ?? marks[0])?.focus();
    },
  };
}

function makeMark({ id, label, from, to, lane, live, own }: MarkView): SVGGElement {
  const rect = makeSvg('rect', { x: percent(from), y: top + lane * laneHeight, height: markHeight, rx: own ? 0 : 3 });
  // What is short is still wide enough to be seen.
  rect.style.setProperty('width', `max(4px, ${percent(to - from)})`);
  const names = ['mark', ...(live ? ['live'] : []), ...(own ? ['own'] : [])].join(' ');
  const mark = makeSvg('g', { class: names, role: 'button', tabindex: -1, 'aria-label': label }, rect);
  mark.dataset['id'] = id;
  mark.append(makeSvg('title', {}, label));
  if (own) mark.setAttribute('aria-current', 'true');
  return mark;
}

/** A triangle above the session that is open, and its name in words. */
function makeSign({ from, to }: MarkView, words: string): SVGSVGElement {
  const middle = (from + to) / 2;
  const anchor = middle < 0.1 ? 'start' : middle > 0.9 ? 'end' : 'middle';
  return makeSvg(
    'svg',
    { class: 'sign', x: percent(middle), y: 0, overflow: 'visible', 'aria-hidden': 'true' },
    makeSvg('path', { d: `M-5,${top - 9}h10l-5,7z` }),
    makeSvg('text', { x: 0, y: top - 13, 'text-anchor': anchor }, words),
  );
}

/** Makes one of the marks, at first that of the open session, the one that Tab comes to. */
function roveThrough(marks: readonly SVGGElement[], view: StripView, open: (id: string) => void): void {
  const first = Math.max(
    0,
    view.marks.findIndex((mark) => mark.own),
  );
  marks[first]?.setAttribute('tabindex', '0');
  for (const [position, mark] of marks.entries()) {
    const id = view.marks[position]?.id ?? '';
    mark.addEventListener('click', () => open(id));
    mark.addEventListener('focus', () => {
      marks.forEach((each) => each.setAttribute('tabindex', each === mark ? '0' : '-1'));
    });
    mark.addEventListener('keydown', (event) => {
      const next = nextMark(event.key, position, marks.length);
      if (event.key === 'Enter' || event.key === ' ') open(id);
      else if (next !== undefined) marks[next]?.focus();
      else return;
      event.preventDefault();
    });
  }
}

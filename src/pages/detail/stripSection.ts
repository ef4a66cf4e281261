import type { FromDetailPage } from '../../shared/detail.ts';
import type { StripView } from '../../shared/neighbours.ts';
import { makeButton, type Button } from '../button.ts';
import { make } from '../make.ts';
import type { Part } from '../part.ts';
import { setText } from '../setText.ts';
import { makeStripChart } from './stripChart.ts';
import { makeStripTable } from './stripTable.ts';

/** The sessions of the device around this one: as a strip that can be zoomed, and as a table. */
export type StripSection = Part<StripView | null>;

export function makeStripSection(post: (message: FromDetailPage) => void): StripSection {
  const heading = make('h3');
  const range = make('p', 'hint');
  range.setAttribute('role', 'status');
  const more = make('p', 'hint');
  const zoomIn = makeButton('secondary', 'zoom-in', () => post({ type: 'zoom', direction: 'in' }));
  const zoomOut = makeButton('secondary', 'zoom-out', () => post({ type: 'zoom', direction: 'out' }));
  const open = (id: string) => post({ type: 'open', id });
  const [chart, table] = [makeStripChart(open), makeStripTable(open)];
  const title = make('div', 'title', heading, make('div', 'buttons', zoomIn.element, zoomOut.element));
  const element = make('div', 'around', title, range, more, chart.element, table.element);
  let shown = '';
  return {
    element,
    show(view) {
      element.hidden = view === null;
      const text = JSON.stringify(view);
      if (view === null || text === shown) return;
      shown = text;
      setText(heading, view.heading);
      setText(range, view.range);
      setText(more, view.more);
      more.hidden = view.more === '';
      showZoom(zoomIn, view.zoomIn);
      showZoom(zoomOut, view.zoomOut);
      chart.show(view);
      table.show(view);
    },
  };
}

function showZoom({ element, setLabel }: Button, { label, leads }: StripView['zoomIn']): void {
  setLabel(label);
  element.toggleAttribute('disabled', !leads);
}

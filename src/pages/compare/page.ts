import type { CompareView } from '../../shared/compare.ts';
import { make } from '../make.ts';
import { partsIn, type Part } from '../part.ts';
import { setText } from '../setText.ts';
import { makeFieldTable } from './fieldTable.ts';
import { makeTimeChart } from './timeChart.ts';

/** The whole page. Every view is written into the same elements, so focus, selection and scroll position stay. */
export type Page = Part<CompareView>;

export function makePage(open: (position: number) => void): Page {
  const heading = make('h1');
  const timesHeading = make('h2');
  timesHeading.id = 'times';
  const sentences = make('ul', 'sentences');
  const showSentences = partsIn<string>(sentences, (text) => text, makeSentence);
  const chart = makeTimeChart();
  const times = make('section', '', timesHeading, sentences, chart.element);
  times.setAttribute('aria-labelledby', timesHeading.id);
  const fields = makeFieldTable(open);

  const element = make('main', '', heading, times, fields.element);
  element.hidden = true;
  return {
    element,
    show(view) {
      document.documentElement.lang = view.language;
      document.title = view.heading;
      setText(heading, view.heading);
      setText(timesHeading, view.timesHeading);
      showSentences(view.times);
      times.hidden = view.times.length === 0;
      chart.show(view.axis);
      fields.show(view);
      element.hidden = false;
    },
  };
}

function makeSentence(): Part<string> {
  const element = make('li');
  return { element, show: (text) => setText(element, text) };
}

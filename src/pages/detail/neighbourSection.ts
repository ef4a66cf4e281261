import type { FromDetailPage } from '../../shared/detail.ts';
import type { NeighboursView, StepView } from '../../shared/neighbours.ts';
import { makeButton } from '../button.ts';
import { make } from '../make.ts';
import { partsIn, type Part } from '../part.ts';
import { setText } from '../setText.ts';
import { makeRelatedList } from './relatedList.ts';
import { makeStripSection } from './stripSection.ts';

type Post = (message: FromDetailPage) => void;

/** What the loaded list knows around the session: what is new about it, and the sessions that it is related to. */
export type NeighbourSection = Part<NeighboursView | null>;

export function makeNeighbourSection(post: Post): NeighbourSection {
  const heading = make('h2');
  heading.id = 'neighbours';
  const notice = make('p', 'hint');
  const load = makeButton('secondary', 'cloud-download', () => post({ type: 'loadList' }));
  const news = make('ul', 'news');
  const showNews = partsIn<string>(news, (text) => text, makeNews);
  const steps = make('div', 'buttons steps');
  const showSteps = partsIn<StepView>(
    steps,
    ({ way, direction }) => `${way} ${direction}`,
    (step) => makeStep(step, post),
  );
  const related = makeRelatedList(post);
  const strip = makeStripSection(post);

  const element = make('section', '', heading, notice, load.element, news, steps, strip.element, related.element);
  element.setAttribute('aria-labelledby', heading.id);
  element.hidden = true;
  return {
    element,
    show(view) {
      element.hidden = view === null;
      if (view === null) return;
      setText(heading, view.heading);
      setText(notice, view.notice);
      load.setLabel(view.load);
      load.element.hidden = view.load === '';
      showNews(view.news);
      news.hidden = view.news.length === 0;
      showSteps(view.steps);
      steps.hidden = view.steps.length === 0;
      strip.show(view.strip);
      related.show(view.related);
    },
  };
}

function makeNews(): Part<string> {
  const element = make('li');
  return { element, show: (text) => setText(element, text) };
}

/** A button that goes to the session before or after this one. */
function makeStep({ way, direction }: StepView, post: Post): Part<StepView> {
  const icon = direction === 'previous' ? 'arrow-left' : 'arrow-right';
  const { element, setLabel } = makeButton('secondary', icon, () => post({ type: 'step', way, direction }));
  return {
    element,
    show({ label, leads }) {
      setLabel(label);
      element.toggleAttribute('disabled', !leads);
    },
  };
}

import type { DetailView } from '../../shared/detail.ts';
import { makeIcon, setIcon } from '../icon.ts';
import { make } from '../make.ts';
import { setText } from '../setText.ts';
import type { Part } from '../part.ts';
import { liveDurationText } from './liveDurationText.ts';

/** The heading of the page: which session it is, whether and how long it has been live, and where it belongs. */
export interface Header extends Part<DetailView> {
  focus(): void;
}

export function makeHeader(): Header {
  const heading = make('h1');
  heading.tabIndex = -1;
  const state = makeState();
  const subheading = make('p', 'subheading');
  subheading.dir = 'auto';
  const hint = make('p', 'hint');
  return {
    element: make('header', '', make('div', 'title', heading, state.element), subheading, hint),
    show(view) {
      // Another session is shown from its top; a newer view of the same session keeps the scroll position.
      if (heading.textContent !== view.heading) window.scrollTo(0, 0);
      setText(heading, view.heading);
      setText(subheading, view.subheading);
      setText(hint, view.state.hint);
      hint.hidden = view.state.hint === '';
      state.show(view);
    },
    focus: () => heading.focus(),
  };
}

function makeState(): Part<DetailView> {
  const icon = makeIcon('history');
  const text = make('span');
  const element = make('span', 'state', icon, text);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tick(since: number, view: DetailView): void {
    const passed = Date.now() - since;
    // By this clock the session has not begun yet, so the two clocks differ and its duration cannot be known.
    setText(text, passed < 0 ? view.state.label : liveDurationText(passed, view.words));
    timer = setTimeout(() => tick(since, view), 1000 - (passed % 1000));
  }

  return {
    element,
    show(view) {
      const { live, label, since } = view.state;
      clearTimeout(timer);
      setIcon(icon, live ? 'pulse' : 'history');
      element.classList.toggle('live', live);
      // A session that could not be read has no state to tell.
      element.hidden = label === '';
      // A screen reader reads a timer only when a person asks for it, not each second.
      text.role = since === null ? null : 'timer';
      if (since === null) setText(text, label);
      else tick(since, view);
    },
  };
}

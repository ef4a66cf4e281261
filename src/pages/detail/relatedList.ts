import type { FromDetailPage } from '../../shared/detail.ts';
import type { RelatedView, SessionLine } from '../../shared/neighbours.ts';
import { makeButton } from '../button.ts';
import { make } from '../make.ts';
import { partsIn, type Part } from '../part.ts';
import { setText } from '../setText.ts';
import { makeSessionButton } from '../sessionButton.ts';

type Post = (message: FromDetailPage) => void;

/** The sessions that this one is related to, a group for each way in which they are. */
export type RelatedList = Part<readonly RelatedView[]>;

export function makeRelatedList(post: Post): RelatedList {
  const element = make('div', 'related');
  const show = partsIn<RelatedView>(
    element,
    ({ to }) => to,
    ({ to }) => makeGroup(to, post),
  );
  return { element, show };
}

function makeGroup(to: RelatedView['to'], post: Post): Part<RelatedView> {
  const heading = make('h3');
  heading.id = `related-${to}`;
  const all = makeButton('secondary', 'filter', () => post({ type: 'showRelated', to }));
  const list = make('ul', 'links');
  list.setAttribute('aria-labelledby', heading.id);
  const showLinks = partsIn<SessionLine>(
    list,
    ({ id }) => id,
    ({ id }) => makeLink(id, post),
  );
  const element = make('div', 'group', make('div', 'title', heading, all.element), list);
  return {
    element,
    show({ label, newest, showAll }) {
      setText(heading, label);
      all.setLabel(showAll);
      // "Show All" alone does not say of what.
      all.element.setAttribute('aria-label', `${showAll}: ${label}`);
      all.element.hidden = showAll === '';
      showLinks(newest);
      list.hidden = newest.length === 0;
    },
  };
}

function makeLink(id: string, post: Post): Part<SessionLine> {
  const link = makeSessionButton(() => post({ type: 'open', id }));
  return { element: make('li', '', link.element), show: ({ label }) => link.show(label) };
}

import type { DetailField, DetailView, FromDetailPage } from '../../shared/detail.ts';
import { makeButton, makeToolbar } from '../button.ts';
import { make } from '../make.ts';
import { setText } from '../setText.ts';
import type { Part } from '../part.ts';
import { makeFailureNotice } from './failureNotice.ts';
import { makeFieldList, type FieldRow } from './fieldList.ts';
import { makeHeader } from './header.ts';
import { makeJsonSection } from './jsonSection.ts';
import { localTimeText } from './localTimeText.ts';

type Post = (message: FromDetailPage) => void;

/** The whole page. Every view is written into the same elements, so focus, selection and scroll position stay. */
export type Page = Part<DetailView>;

export function makePage(post: Post): Page {
  const header = makeHeader();
  const toolbar = makeActions(post);
  const failure = makeFailureNotice(post);
  const content = makeContent(post);

  const element = make('main', '', header.element, toolbar.element, failure.element, content.element);
  element.hidden = true;
  return {
    element,
    show(view) {
      const hadFocus = element.contains(document.activeElement);
      document.documentElement.lang = view.language;
      document.title = view.heading;
      header.show(view);
      toolbar.show(view);
      failure.show(view.failure);
      content.show(view);
      element.hidden = false;
      // The button "Retry" vanishes with its failure; the focus then moves to the heading instead of being lost.
      if (hadFocus && !element.contains(document.activeElement)) header.focus();
    },
  };
}

function makeActions(post: Post): Part<DetailView> {
  const copy = makeButton('primary', 'copy', () => post({ type: 'copy', key: 'sessionId' }));
  const refresh = makeButton('secondary', 'refresh', () => post({ type: 'refresh' }));
  const reveal = makeButton('secondary', 'list-tree', () => post({ type: 'reveal' }));
  const keep = makeButton('secondary', 'pin', () => post({ type: 'keep' }));

  const notice = make('p', 'notice');
  notice.setAttribute('role', 'status');
  // The toolkit's ring has an alert that says "Loading" in English, so it is hidden; the notice says the same.
  const ring = document.createElement('vscode-progress-ring');
  ring.hidden = true;
  const spinner = make('span', 'spinner', ring);
  spinner.setAttribute('aria-hidden', 'true');

  return {
    element: make(
      'div',
      'actions',
      makeToolbar('buttons', copy, refresh, reveal, keep),
      make('div', 'progress', notice, spinner),
    ),
    show(view) {
      copy.setLabel(view.words.copySessionId);
      copy.element.toggleAttribute(
        'disabled',
        !view.fields.some(({ key, value }) => key === 'sessionId' && value !== ''),
      );
      refresh.setLabel(view.words.refresh);
      reveal.setLabel(view.words.reveal);
      reveal.element.toggleAttribute('disabled', view.fields.length === 0);
      keep.setLabel(view.words.keep);
      setText(notice, view.notice);
      ring.hidden = !view.busy;
    },
  };
}

function makeContent(post: Post): Part<DetailView> {
  const known = makeFieldList(post);
  const extra = makeFieldList(post);
  const extraHeading = make('h2');
  extraHeading.id = 'extra-fields';
  const knownSection = make('section', '', known.element);
  const extraSection = make('section', '', extraHeading, extra.element);
  extraSection.setAttribute('aria-labelledby', extraHeading.id);

  const json = makeJsonSection(post);

  const element = make('div', 'content', knownSection, extraSection, json.element);
  return {
    element,
    show(view) {
      // Not set on an element around the notice: a screen reader ignores changes inside a busy element.
      element.setAttribute('aria-busy', String(view.busy));
      knownSection.ariaLabel = view.words.fields;
      setText(extraHeading, view.words.extraFields);
      known.show(view.fields.map((field) => rowOf(field, view)));
      extra.show(view.extraFields.map((field) => rowOf(field, view)));
      knownSection.hidden = view.fields.length === 0;
      extraSection.hidden = view.extraFields.length === 0;
      json.show(view);
    },
  };
}

function rowOf(field: DetailField, view: DetailView): FieldRow {
  return { ...field, localTime: field.instant === null ? '' : localTimeText(field.instant, view) };
}

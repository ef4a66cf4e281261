import type { NeighboursView } from '../../shared/neighbours.ts';
import type { DetailField, DetailView, FromDetailPage } from '../../shared/detail.ts';
import { makeButton, makeToolbar } from '../button.ts';
import { make } from '../make.ts';
import { setText } from '../setText.ts';
import type { Part } from '../part.ts';
import { makeFailureNotice } from './failureNotice.ts';
import { makeFieldList, type FieldRow } from './fieldList.ts';
import { makeHeader } from './header.ts';
import { makeNeighbourSection } from './neighbourSection.ts';
import { makeJsonSection } from './jsonSection.ts';
import { localTimeText } from './localTimeText.ts';

type Post = (message: FromDetailPage) => void;

/** The whole page. Every view is written into the same elements, so focus, selection and scroll position stay. */
export interface Page extends Part<DetailView> {
  showNeighbours(view: NeighboursView | null): void;
}

export function makePage(post: Post): Page {
  const header = makeHeader();
  const toolbar = makeActions(post);
  const failure = makeFailureNotice(post);
  const content = makeContent(post);
  const neighbours = makeNeighbourSection(post);
  const json = makeJsonSection(post);

  const parts = [header, toolbar, failure, content, neighbours, json].map((part) => part.element);
  const element = make('main', '', ...parts);
  element.hidden = true;
  /**
   * What had the focus may be gone or at its end; the heading then has it, so that it is not lost. Where another part of
   * VS Code has it, a box to type into for one, it stays there.
   */
  const keepingFocus = (change: () => void) => {
    const hadFocus = document.hasFocus() && element.contains(document.activeElement);
    change();
    if (hadFocus && !canHaveFocus(element, document.activeElement)) header.focus();
  };
  return {
    element,
    show(view) {
      keepingFocus(() => {
        document.documentElement.lang = view.language;
        document.title = view.heading;
        header.show(view);
        toolbar.show(view);
        failure.show(view.failure);
        content.show(view);
        json.show(view);
        element.hidden = false;
      });
    },
    showNeighbours: (view) => keepingFocus(() => neighbours.show(view)),
  };
}

function canHaveFocus(page: HTMLElement, focused: Element | null): boolean {
  return (
    focused !== null &&
    page.contains(focused) &&
    !focused.hasAttribute('disabled') &&
    focused.closest('[hidden]') === null
  );
}

function makeActions(post: Post): Part<DetailView> {
  const copy = makeButton('primary', 'copy', () => post({ type: 'copy', key: 'sessionId' }));
  const refresh = makeButton('secondary', 'refresh', () => post({ type: 'refresh' }));
  const autoRefresh = makeButton('secondary', 'sync', () => post({ type: 'autoRefresh' }));
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
      makeToolbar('buttons', copy, refresh, autoRefresh, reveal, keep),
      make('div', 'progress', notice, spinner),
    ),
    show(view) {
      copy.setLabel(view.words.copySessionId);
      copy.element.toggleAttribute(
        'disabled',
        !view.fields.some(({ key, value }) => key === 'sessionId' && value !== ''),
      );
      refresh.setLabel(view.words.refresh);
      autoRefresh.setLabel(view.words.autoRefresh);
      autoRefresh.element.hidden = view.words.autoRefresh === '';
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

  const element = make('div', 'content', knownSection, extraSection);
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
    },
  };
}

function rowOf(field: DetailField, view: DetailView): FieldRow {
  return { ...field, localTime: field.instant === null ? '' : localTimeText(field.instant, view) };
}

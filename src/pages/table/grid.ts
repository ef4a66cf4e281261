import type {
  TableAnswer,
  Column,
  FromTablePage,
  KeptTable,
  TableColumn,
  TableQuery,
  TableView,
} from '../../shared/table.ts';
import { make } from '../make.ts';
import { makeColumnWidths } from './columnWidths.ts';
import { head as headRow, moved, type Cursor } from './cursor.ts';
import { makeHead } from './head.ts';
import { listenTo, type How, type Press } from './gridInput.ts';
import { makeRowLoader, type Answered, type Sight } from './rowLoader.ts';
import { makeActiveCell } from './activeCell.ts';
import { makeRows } from './rows.ts';
import { revealing, rowHeight } from './scale.ts';
import { makeScroller } from './scroller.ts';
import { sortAfterAdding, sortAfterPress, sortText } from './shownSort.ts';
import { makeWhereabouts } from './whereabouts.ts';
import { widthStep } from './widths.ts';

export interface GridActions {
  post(message: FromTablePage): void;
  /** Called when the part of the grid's state that is kept across a reload has changed. */
  onChange(): void;
  onAnswer(answer: TableAnswer, question: TableQuery): void;
  /** Tells a screen reader what the eye sees. */
  announce(text: string): void;
}

/** What is needed to show the grid again as it was. */
export type KeptGrid = Omit<KeptTable, 'target'>;

export interface Grid {
  readonly element: HTMLElement;
  readonly kept: KeptGrid;
  restore(kept: KeptGrid): void;
  show(view: TableView): void;
  take(answer: TableAnswer): void;
  search(text: string): void;
  /** The question that was asked is no query; returns whether it was the last one. */
  refuse(sequence: number): boolean;
}

/** The rows of one question, with the cursor in a cell of theirs or in a name above them. */
export function makeGrid(columns: readonly TableColumn[], actions: GridActions): Grid {
  let view: TableView | undefined;
  let matched = 0;

  const element = make('div', 'grid');
  const widths = makeColumnWidths(element, columns, () => actions.onChange());
  const head = makeHead(columns, {
    sort: sortByPointer,
    drag: (column, by, isBeginning) => widths.drag(column, by, isBeginning),
    fit: (column) => widths.fit(column),
  });
  const rows = makeRows(columns, (position) => ({
    position,
    row: loader.rowAt(position),
    isSelected: whereabouts.isSelected(position),
    isAmongSelected: whereabouts.isApart && whereabouts.isSelected(position),
    connection: view?.target.connection ?? '',
    live: view?.words.live ?? '',
  }));
  element.append(head.element, rows.element);
  dress(element, columns.length);
  const loader = makeRowLoader(sight, (ask) => {
    whereabouts.ask();
    actions.post(ask);
  });
  const whereabouts = makeWhereabouts({
    tell: (selected) => actions.post({ type: 'selected', arrangement: loader.arrangement ?? 0, ...selected }),
    announce(count) {
      actions.announce((view?.words.selected ?? '').replace('{0}', () => count.toLocaleString(view?.language)));
    },
  });
  const mark = makeActiveCell(element, (at) => (at.row === headRow ? head.cells : rows.at(at.row)?.cells)?.[at.column]);
  const scroller = makeScroller(element, { head: head.element, space: rows.element }, (shown) => {
    rows.layOut(shown);
    mark.show(whereabouts.cursor);
    loader.look();
  });
  listenTo(element, {
    press,
    point: moveTo,
    open: (toSide) => act(toSide ? 'openSessionToSide' : 'keepSession'),
    get marked() {
      return mark.cell;
    },
  });
  element.addEventListener('scrollend', () => actions.onChange());

  function sight(): Sight {
    const first = Math.floor(scroller.offset / rowHeight);
    const last = Math.max(Math.ceil((scroller.offset + scroller.viewport) / rowHeight) - 1, first);
    const place = (position: number) => ({ position, id: loader.rowAt(position)?.id ?? null });
    const at = whereabouts.row === undefined ? null : place(whereabouts.row);
    // Someone who has neither scrolled nor moved the cursor sees new rows come in; else the rows stay in place.
    const isUntouched = scroller.offset === 0 && at === null;
    return { first, last, top: isUntouched ? { position: 0, id: null } : place(first), cursor: at };
  }

  function press(given: Press): boolean {
    switch (given.kind) {
      case 'widen':
        return widen(given.by);
      case 'enter':
      case 'space': {
        const isEnter = given.kind === 'enter';
        if (whereabouts.cursor?.row === headRow) sortBy(whereabouts.cursor.column, isEnter && given.adds);
        else if (isEnter && !given.adds) act(given.toSide ? 'openSessionToSide' : 'openSession');
        return true;
      }
      case 'copy':
        if (whereabouts.isApart) actions.post({ type: 'copySelected' });
        else act('copySessionId');
        return true;
      case 'all':
        whereabouts.selectAll(matched);
        rows.update();
        return true;
      case 'move': {
        const first = Math.ceil(scroller.offset / rowHeight);
        const page = Math.max(Math.floor(scroller.viewport / rowHeight) - 1, 1);
        const around = { rows: matched, columns: columns.length, first, page };
        const next = moved(whereabouts.cursor ?? { row: headRow, column: 0 }, given, around);
        if (next !== undefined) moveTo(next, given.how);
        return next !== undefined;
      }
    }
  }

  function act(action: 'openSession' | 'openSessionToSide' | 'keepSession' | 'copySessionId'): void {
    const row = whereabouts.row === undefined ? undefined : loader.rowAt(whereabouts.row);
    if (row !== undefined) actions.post({ type: 'session', action, id: row.id });
  }

  function moveTo(next: Cursor, how: How): void {
    whereabouts.go(next, how);
    revealColumn(element, head.cells[next.column]);
    scroller.moveTo(next.row === headRow ? scroller.offset : revealing(next.row, scroller.offset, scroller.viewport));
    actions.onChange();
  }

  function widen(by: number): boolean {
    const column = columns[whereabouts.cursor?.column ?? -1];
    if (column !== undefined) {
      const { name, label } = column;
      widths.resize(name, widths.widthOf(name) + by * widthStep);
      const words = view?.words.width ?? '';
      actions.announce(words.replace('{0}', () => label).replace('{1}', String(widths.widthOf(name))));
    }
    return column !== undefined;
  }

  function sortByPointer(column: Column, adds: boolean): void {
    const position = columns.findIndex(({ name }) => name === column);
    whereabouts.stand({ row: headRow, column: position });
    sortBy(position, adds);
  }

  function sortBy(position: number, adds: boolean): void {
    const column = columns[position];
    if (column === undefined) return;
    const { question } = loader;
    const sort = (adds ? sortAfterAdding : sortAfterPress)(question.sort, column.name);
    ask({ ...question, sort });
    const labelOf = (name: Column) => columns.find((each) => each.name === name)?.label ?? name;
    if (view !== undefined) actions.announce(sortText(sort, labelOf, view));
  }

  function ask(question: TableQuery): void {
    element.ariaBusy = 'true';
    loader.begin(question);
    head.showSort(question.sort, view?.words);
    mark.show(whereabouts.cursor);
    actions.onChange();
  }

  function settle(answered: Answered): void {
    const { ask, answer } = answered;
    matched = answer.matched;
    element.ariaBusy = null;
    element.ariaRowCount = String(matched + 1);
    if (answer.arrangement !== ask.arrangement) {
      const isNew = ask.arrangement === null;
      const top = isNew ? Math.floor(scroller.offset / rowHeight) : ask.top.position;
      whereabouts.follow(answered, top);
      scroller.reset(matched, isNew ? answer.top * rowHeight : scroller.offset + (answer.top - top) * rowHeight);
    } else {
      rows.update();
      mark.show(whereabouts.cursor);
      loader.look();
    }
  }

  return {
    element,
    get kept() {
      const { top, cursor: at } = loader.places;
      const { cursor } = whereabouts;
      const kept = at === null || cursor === null ? null : { ...at, column: cursor.column };
      return { question: loader.question, top, cursor: kept, widths: widths.given };
    },
    restore(kept) {
      widths.set(kept.widths);
      const { cursor } = kept;
      whereabouts.restore(cursor === null ? null : { row: cursor.position, column: cursor.column });
      loader.begin(kept.question, kept);
      head.showSort(kept.question.sort, view?.words);
    },
    show(next) {
      const isOther = view?.list !== next.list;
      view = next;
      head.showSort(loader.question.sort, next.words);
      element.hidden = next.face !== null;
      element.ariaLabel = next.words.table;
      if (next.face !== null) {
        loader.close();
        scroller.reset(0, 0);
      } else if (isOther) loader.open();
    },
    take(answer) {
      const answered = loader.take(answer);
      if (answered !== undefined) {
        settle(answered);
        actions.onAnswer(answer, loader.question);
        actions.onChange();
      }
    },
    refuse(sequence) {
      const isLast = loader.refuse(sequence);
      // Where the rows before stay, none are awaited.
      if (isLast && loader.arrangement !== null) element.ariaBusy = null;
      return isLast;
    },
    search: (text) => ask({ ...loader.question, text }),
  };
}

function dress(element: HTMLElement, columns: number): void {
  element.role = 'grid';
  element.tabIndex = 0;
  element.ariaReadOnly = 'true';
  element.ariaMultiSelectable = 'true';
  element.ariaColCount = String(columns);
  element.dataset['vscodeContext'] = JSON.stringify({ preventDefaultContextMenuItems: true });
}

/** Scrolls sideways until a column is seen. */
function revealColumn(element: HTMLElement, name: HTMLElement | undefined): void {
  if (name === undefined) return;
  const { offsetLeft, offsetWidth } = name;
  const end = offsetLeft + offsetWidth - element.clientWidth;
  element.scrollLeft = Math.min(offsetLeft, Math.max(element.scrollLeft, end));
}

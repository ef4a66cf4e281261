import type { FromTablePage, KeptTable } from '../../shared/table.ts';
import type { TableAnswer, TableQuery, TableRow } from '../../shared/tableAsk.ts';
import type { TableView } from '../../shared/tableView.ts';
import type { Column, ColumnAction, TableColumn } from '../../shared/tableColumn.ts';
import { makeColumnActions } from './columnActions.ts';
import { makeColumns } from './columns.ts';
import { head as headRow, type Cursor } from './cursor.ts';
import { makeHead } from './head.ts';
import { makeGridElement, revealColumn } from './gridElement.ts';
import { askForMenu, listenTo, type How } from './gridInput.ts';
import { makeGridPress } from './gridPress.ts';
import { makeRowLoader, type Answered, type Sight } from './rowLoader.ts';
import { makeActiveCell } from './activeCell.ts';
import { makeRowActions } from './rowActions.ts';
import { makeRows } from './rows.ts';
import { revealing, rowHeight } from './scale.ts';
import { makeScroller } from './scroller.ts';
import { sightOf } from './sightOf.ts';
import { makeWhereabouts } from './whereabouts.ts';

export interface GridActions {
  post(message: FromTablePage): void;
  /** Called when the part of the grid's state that is kept across a reload has changed. */
  onChange(): void;
  onAnswer(answer: TableAnswer, question: TableQuery): void;
  /** What is to be said of the rows that are selected; `''` for nothing. */
  onSelect(text: string): void;
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
  /** Takes the columns that the host tells. */
  setColumns(columns: readonly TableColumn[]): void;
  /** Does what a person chose from the menu of a column. */
  actOnColumn(action: Omit<ColumnAction, 'type'>): void;
  /** The question that was asked is no query; returns whether it was the last one. */
  refuse(sequence: number): boolean;
}

/** The rows of one question, with the cursor in a cell of theirs or in a name above them. */
export function makeGrid(actions: GridActions): Grid {
  let view: TableView | undefined;
  let matched = 0;

  const element = makeGridElement();
  const columns = makeColumns(element, {
    onOther: layOutColumns,
    onChange: () => {
      actions.post({ type: 'columns', columns: columns.shown.map(({ name, given }) => ({ name, width: given })) });
      actions.onChange();
    },
  });
  const columnActions = makeColumnActions({
    columns,
    view: () => view,
    question: () => loader.question,
    ask,
    announce: (text) => actions.announce(text),
  });
  const head = makeHead({
    press(column, adds) {
      whereabouts.stand({ row: headRow, column: columns.positionOf(column) });
      columnActions.press(column, adds);
    },
    drag: (column, by, phase) => columns.drag(column, by, phase),
    fit: (column) => columns.fit(column),
    move: (column, position) => columnActions.move(column, position),
    menu(column, at) {
      whereabouts.stand({ row: headRow, column: columns.positionOf(column) });
      mark.show(whereabouts.cursor);
      askForMenu(at);
    },
  });
  const rows = makeRows((position) => ({
    position,
    row: cellsOf(loader.rowAt(position)),
    isSelected: whereabouts.isSelected(position),
    isAmongSelected: whereabouts.isApart && whereabouts.isSelected(position),
    connection: view?.target.connection ?? '',
    live: view?.words.live ?? '',
  }));
  element.append(head.element, rows.element);
  const sight = (): Sight => sightOf(scroller, whereabouts.row, (position) => loader.rowAt(position)?.id ?? null);
  const loader = makeRowLoader(sight, (ask) => {
    whereabouts.ask();
    actions.post(ask);
  });
  const whereabouts = makeWhereabouts({
    tell: (selected) => actions.post({ type: 'selected', arrangement: loader.arrangement ?? 0, ...selected }),
    count: (count) => actions.onSelect(count > 1 ? counted(count, 'selected') : ''),
    lose: (count) => actions.onSelect(counted(count, 'scattered')),
  });
  const rowActions = makeRowActions(whereabouts, loader, (message) => actions.post(message));
  const mark = makeActiveCell(element, (at) => (at.row === headRow ? head.cells : rows.at(at.row)?.cells)?.[at.column]);
  const scroller = makeScroller(element, { head: head.element, space: rows.element }, (shown) => {
    rows.layOut(shown);
    mark.show(whereabouts.cursor);
    loader.look();
  });
  listenTo(element, {
    press: makeGridPress({
      ...{ columns, columnActions, whereabouts, rowActions, mark, scroller, moveTo },
      matched: () => matched,
      update: () => rows.update(),
    }),
    point: moveTo,
    open: (toSide) => rowActions.act(toSide ? 'openSessionToSide' : 'keepSession'),
    get marked() {
      return mark.cell;
    },
  });
  element.addEventListener('scrollend', () => actions.onChange());

  function counted(count: number, words: 'selected' | 'scattered'): string {
    return (view?.words[words] ?? '').replace('{0}', () => count.toLocaleString(view?.language));
  }

  /** A row with its cells in the order of the columns; `''` in those that have not arrived. */
  function cellsOf(row: TableRow | undefined): TableRow | undefined {
    const cellOf = (column: Column) => row?.cells[loader.columns.indexOf(column)] ?? '';
    return row && { ...row, cells: columns.shown.map(({ name }) => cellOf(name)) };
  }

  /** The cursor stays in its column. */
  function layOutColumns(before: readonly TableColumn[]): void {
    const { cursor } = whereabouts;
    head.setColumns(columns.shown);
    head.showSort(loader.question.sort, view?.words);
    rows.setColumns(columns.shown);
    element.ariaColCount = String(columns.shown.length);
    const sort = loader.question.sort.filter(({ column }) => columns.positionOf(column) !== -1);
    if (sort.length < loader.question.sort.length) ask({ ...loader.question, sort });
    else loader.renew();
    if (cursor !== null && before.length > 0) {
      const at = columns.positionOf(before[cursor.column]?.name ?? '');
      whereabouts.stand({ ...cursor, column: at === -1 ? Math.min(cursor.column, columns.shown.length - 1) : at });
    }
    mark.show(whereabouts.cursor);
    if (whereabouts.cursor !== null) revealColumn(element, head.cells[whereabouts.cursor.column]);
  }

  function moveTo(next: Cursor, how: How): void {
    whereabouts.go(next, how);
    revealColumn(element, head.cells[next.column]);
    scroller.moveTo(next.row === headRow ? scroller.offset : revealing(next.row, scroller.offset, scroller.viewport));
    actions.onChange();
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
      return { question: loader.question, top, cursor: kept };
    },
    restore(kept) {
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
    setColumns: (next) => columns.set(next),
    actOnColumn: ({ action, column }) => columnActions.act(action, column),
    search: (text) => ask({ ...loader.question, text }),
  };
}

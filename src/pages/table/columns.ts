import type { Column, TableColumn } from '../../shared/tableColumn.ts';
import { make } from '../make.ts';
import type { DragPhase } from './onDrag.ts';
import { bounded, columnWidths, narrowest } from './columnWidths.ts';

/** The columns of the table as they are laid out, from left to right. */
export interface Columns {
  readonly shown: readonly TableColumn[];
  /** Where a column stands, from 0; -1 for one that is not shown. */
  positionOf(column: Column): number;
  widthOf(column: Column): number;
  /** Takes the columns that the host tells. */
  set(columns: readonly TableColumn[]): void;
  /** Puts a column in another place. */
  move(column: Column, position: number): void;
  hide(column: Column): void;
  resize(column: Column, width: number): void;
  /** Moves a border by so many pixels from where it was at the beginning. */
  drag(column: Column, by: number, phase: DragPhase): void;
  /** Makes a column as wide as what is laid out in it. */
  fit(column: Column): void;
}

export interface ColumnsActions {
  /** There are others than before, or in another order. */
  onOther(before: readonly TableColumn[]): void;
  /** A person changed them. */
  onChange(): void;
}

/** The columns of `element`, whose rows take the widths from a CSS property. */
export function makeColumns(element: HTMLElement, actions: ColumnsActions): Columns {
  let shown: readonly TableColumn[] = [];
  let laid: readonly number[] = [];
  let dragged = 0;
  const sample = make('div', 'sample');
  sample.ariaHidden = 'true';
  element.append(sample);
  const known = new Map<string, number>();
  new ResizeObserver(() => {
    known.clear();
    layOut();
  }).observe(element);

  /** How wide a cell is with nothing but this text. */
  function longest(text: string): number {
    let width = known.get(text);
    if (width === undefined) {
      sample.textContent = text;
      width = Math.ceil(sample.getBoundingClientRect().width);
      known.set(text, width);
    }
    return width;
  }

  function layOut(): void {
    laid = columnWidths(shown, element.clientWidth, longest);
    element.style.setProperty('--columns', laid.map((width) => `${width}px`).join(' '));
  }

  function become(next: readonly TableColumn[]): void {
    const before = shown;
    shown = next;
    layOut();
    if (next.length !== before.length || next.some(({ name }, at) => name !== before[at]?.name))
      actions.onOther(before);
  }

  function change(next: readonly TableColumn[]): void {
    become(next);
    actions.onChange();
  }

  function positionOf(column: Column): number {
    return shown.findIndex(({ name }) => name === column);
  }

  function widthOf(column: Column): number {
    return laid[positionOf(column)] ?? narrowest;
  }

  function resized(column: Column, width: number): readonly TableColumn[] {
    const position = positionOf(column);
    // Those before it stay where they are, so that its border stays under the pointer; those behind it share the room.
    return shown.map((each, at) =>
      at > position ? each : { ...each, given: at === position ? bounded(width) : widthOf(each.name) },
    );
  }

  function contentOf(column: Column): number {
    const cells = Array.from(element.querySelectorAll(`[role=row] > :nth-child(${positionOf(column) + 1})`));
    return Math.max(...cells.map((cell) => cell.scrollWidth)) + 1;
  }

  return {
    get shown() {
      return shown;
    },
    positionOf,
    widthOf,
    set: become,
    move(column, position) {
      const others = shown.filter(({ name }) => name !== column);
      const moved = shown.filter(({ name }) => name === column);
      change([...others.slice(0, position), ...moved, ...others.slice(position)]);
    },
    hide: (column) => change(shown.filter(({ name }) => name !== column)),
    resize: (column, width) => change(resized(column, width)),
    drag(column, by, phase) {
      if (phase === 'begin') dragged = widthOf(column);
      else become(resized(column, dragged + by));
      // It is told once and not with each pixel.
      if (phase === 'end' || phase === 'cancel') actions.onChange();
    },
    fit(column) {
      // The column is made narrow first: a cell that is wider than its text does not tell how wide the text is.
      become(resized(column, 0));
      change(resized(column, contentOf(column)));
    },
  };
}

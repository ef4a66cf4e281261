import type { Column, TableColumn } from '../../shared/table.ts';
import { make } from '../make.ts';
import { bounded, laidOut, narrowest, type Widths } from './widths.ts';

export interface ColumnWidths {
  /** Those that a person gave. */
  readonly given: Widths;
  widthOf(column: Column): number;
  set(widths: Widths): void;
  resize(column: Column, width: number): void;
  /** Moves a border by so many pixels from where it was when this was last called with `isBeginning`. */
  drag(column: Column, by: number, isBeginning: boolean): void;
  /** Makes a column as wide as what is laid out in it. */
  fit(column: Column): void;
}

/** The widths of the columns of `element`, which its rows take from a CSS property. */
export function makeColumnWidths(
  element: HTMLElement,
  columns: readonly TableColumn[],
  onChange: () => void,
): ColumnWidths {
  let given: Widths = {};
  let laid: readonly number[] = [];
  let dragged = 0;
  const sample = make('div', 'sample');
  sample.ariaHidden = 'true';
  element.append(sample);
  // As wide as a cell with nothing but this text.
  const longest = memoized((text) => {
    sample.textContent = text;
    return Math.ceil(sample.getBoundingClientRect().width);
  });
  new ResizeObserver(() => {
    longest.forget();
    layOut();
  }).observe(element);

  function layOut(): void {
    laid = laidOut(columns, given, element.clientWidth, longest.of);
    element.style.setProperty('--columns', laid.map((width) => `${width}px`).join(' '));
  }

  function positionOf(column: Column): number {
    return columns.findIndex(({ name }) => name === column);
  }

  function widthOf(column: Column): number {
    return laid[positionOf(column)] ?? narrowest;
  }

  function resize(column: Column, width: number): void {
    // Those before it stay where they are, so that its border stays under the pointer; those behind it share the room.
    const before = columns.slice(0, positionOf(column)).map(({ name }) => [name, widthOf(name)] as const);
    given = { ...given, ...Object.fromEntries(before), [column]: bounded(width) };
    layOut();
    onChange();
  }

  function contentOf(column: Column): number {
    const cells = Array.from(element.querySelectorAll(`[role=row] > :nth-child(${positionOf(column) + 1})`));
    return Math.max(...cells.map((cell) => cell.scrollWidth)) + 1;
  }

  return {
    get given() {
      return given;
    },
    widthOf,
    set(widths) {
      given = widths;
      layOut();
    },
    resize,
    drag(column, by, isBeginning) {
      if (isBeginning) dragged = widthOf(column);
      resize(column, dragged + by);
    },
    fit(column) {
      // The column is made narrow first: a cell that is wider than its text does not tell how wide the text is.
      resize(column, 0);
      resize(column, contentOf(column));
    },
  };
}

function memoized(measure: (text: string) => number) {
  const known = new Map<string, number>();
  return {
    of: (text: string): number => {
      const width = known.get(text) ?? measure(text);
      known.set(text, width);
      return width;
    },
    forget: () => known.clear(),
  };
}

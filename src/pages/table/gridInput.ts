import type { Cursor } from './cursor.ts';

/**
 * How a move changes what is selected; `keep` is that of a menu, which is about what it is opened on, and
 * `stay` that of a cursor that moves alone.
 */
export type How = 'only' | 'upTo' | 'toggle' | 'keep' | 'stay';

/** What a key asks of the grid. */
export type Press =
  | { readonly kind: 'move'; readonly key: string; readonly ctrlKey: boolean; readonly how: How }
  | { readonly kind: 'widen' | 'moveColumn'; readonly by: -1 | 1 }
  | { readonly kind: 'enter'; readonly toSide: boolean; readonly adds: boolean }
  | { readonly kind: 'space' | 'copy' | 'all' | 'menu' | 'escape' };

export interface GridInput {
  /** Returns whether it did anything. */
  press(press: Press): boolean;
  point(cell: Cursor, how: How): void;
  /** A row was clicked twice. */
  open(toSide: boolean): void;
  /** The cell that the cursor is in, if it is laid out. */
  readonly marked: HTMLElement | undefined;
}

/** Turns keyboard and mouse events in the grid into its actions. */
export function listenTo(element: HTMLElement, input: GridInput): void {
  element.addEventListener('keydown', (event) => {
    const press = pressOf(event);
    if (press !== undefined && input.press(press)) {
      event.preventDefault();
      // Other keys are left to VS Code's own key bindings. Of Alt it must see the key with it: Alt alone is its menu bar's.
      if (press.kind !== 'menu') event.stopPropagation();
    }
  });
  // This is a copy from a menu; the key is handled above.
  element.addEventListener('copy', (event) => {
    event.preventDefault();
    input.press({ kind: 'copy' });
  });
  element.addEventListener('pointerdown', (event) => {
    const cell = cellOf(event.target);
    if (cell !== undefined) input.point(cell, howOf(event));
  });
  element.addEventListener('dblclick', ({ target, ctrlKey, metaKey }) => {
    if (cellOf(target) !== undefined) input.open(ctrlKey || metaKey);
  });
  element.addEventListener('contextmenu', (event) => {
    // The menu key is meant for the cell with the cursor, although the focus is on the grid.
    if (event.target === element && input.marked !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      askForMenu(input.marked);
    }
  });
  element.addEventListener('pointerover', ({ target }) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
    if (cell !== null) cell.title = cell.scrollWidth > cell.clientWidth ? cell.textContent : '';
  });
}

/** The keys that lead to another row. */
const rowKeys: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']);

function howOf({ button, shiftKey, ctrlKey, metaKey }: PointerEvent): How {
  if (button !== 0) return 'keep';
  return shiftKey ? 'upTo' : ctrlKey || metaKey ? 'toggle' : 'only';
}

/** Opens the menu of a cell, as a right click on it would. */
export function askForMenu(cell: HTMLElement): void {
  const { left, bottom } = cell.getBoundingClientRect();
  cell.dispatchEvent(
    new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: left, clientY: bottom }),
  );
}

function pressOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): Press | undefined {
  const isCommand = ctrlKey || metaKey;
  const by = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : undefined;
  if (altKey) {
    if (key === 'ArrowDown' && !shiftKey && !isCommand) return { kind: 'menu' };
    return shiftKey && by !== undefined ? { kind: 'widen', by } : undefined;
  }
  if (shiftKey && isCommand && by !== undefined) return { kind: 'moveColumn', by };
  if (key === 'Enter') return { kind: 'enter', toSide: isCommand, adds: shiftKey };
  if (shiftKey) return rowKeys.has(key) ? { kind: 'move', key, ctrlKey: isCommand, how: 'upTo' } : undefined;
  if (key === 'Escape') return { kind: 'escape' };
  if (isCommand && (key === 'ArrowUp' || key === 'ArrowDown'))
    return { kind: 'move', key, ctrlKey: false, how: 'stay' };
  if (key === ' ' && !isCommand) return { kind: 'space' };
  if (key.toLowerCase() === 'c' && isCommand) return { kind: 'copy' };
  if (key.toLowerCase() === 'a' && isCommand) return { kind: 'all' };
  return { kind: 'move', key, ctrlKey: isCommand, how: 'only' };
}

/** The cell of a session's row that an event is about. */
function cellOf(target: EventTarget | null): Cursor | undefined {
  if (!(target instanceof Element)) return undefined;
  const row = target.closest<HTMLElement>('[data-position]')?.dataset['position'];
  const column = target.closest('[data-column]')?.ariaColIndex ?? '1';
  return row === undefined ? undefined : { row: Number(row), column: Number(column) - 1 };
}

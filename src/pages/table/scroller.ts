import { Virtualizer } from '@tanstack/virtual-core';
import { rowHeight, scaleFor, within } from './scale.ts';

/** Rows that are laid out, the last one included, and where in `space` the first of them begins, in pixels. */
export interface Shown {
  readonly first: number;
  readonly last: number;
  readonly start: number;
}

export interface Scroller {
  /** How far the rows are scrolled, in pixels of the rows. */
  readonly offset: number;
  /** The height in which rows are seen. */
  readonly viewport: number;
  /** Other rows, so many of them. */
  reset(count: number, offset: number): void;
  /** Scrolls the rows to an exact offset, even one that the element itself cannot scroll to. */
  moveTo(offset: number): void;
}

/** How many rows are laid out beyond those that are seen, so that slow scrolling shows no gaps. */
const overscan = 6;

/**
 * Says which of so many rows are to be laid out as `element` scrolls. Its `head` sticks to its top; its `space` is made
 * as tall as the rows, or as tall as a browser can.
 */
export function makeScroller(
  element: HTMLElement,
  { head, space }: { readonly head: HTMLElement; readonly space: HTMLElement },
  onChange: (shown: Shown) => void,
): Scroller {
  let count = 0;
  let offset = 0;
  let factor = 1;
  /** What the browser made of the offset that was set last. While it stays, the offset that was set is the true one. */
  let set = { top: 0, offset: 0 };
  let tellOffset: (offset: number, isScrolling: boolean) => void = () => undefined;
  const viewport = () => Math.max(element.clientHeight - head.offsetHeight, 0);

  const virtualizer = new Virtualizer<HTMLElement, HTMLElement>({
    count,
    overscan,
    getScrollElement: () => element,
    estimateSize: () => rowHeight,
    // The element is scrolled by a person or by `moveTo`.
    scrollToFn: () => undefined,
    observeElementOffset: (_, tell) => void (tellOffset = tell),
    observeElementRect(_, tell) {
      const observer = new ResizeObserver(() => {
        tell({ width: element.clientWidth, height: viewport() });
        fit(offset);
      });
      observer.observe(element);
      return () => observer.disconnect();
    },
  });
  virtualizer._willUpdate();
  element.addEventListener('scroll', follow, { passive: true });
  element.addEventListener('wheel', roll, { passive: false });

  function show(): void {
    tellOffset(offset, false);
    const items = virtualizer.getVirtualItems();
    const [first] = items;
    const start = (first?.start ?? 0) - offset + element.scrollTop;
    onChange({ first: first?.index ?? 0, last: items.at(-1)?.index ?? -1, start });
  }

  function follow(): void {
    const { scrollTop } = element;
    offset = scrollTop === set.top ? set.offset : within(scrollTop * factor, count, viewport());
    show();
  }

  function moveTo(wanted: number): void {
    offset = within(wanted, count, viewport());
    element.scrollTop = offset / factor;
    set = { top: element.scrollTop, offset };
    show();
  }

  /** Where the element is shorter than the rows, a wheel still moves these as far as anywhere else. */
  function roll(event: WheelEvent): void {
    if (factor === 1 || event.ctrlKey || event.shiftKey || event.deltaY === 0) return;
    event.preventDefault();
    const unit = [1, rowHeight, viewport()][event.deltaMode] ?? 1;
    element.scrollLeft += event.deltaX * unit;
    moveTo(offset + event.deltaY * unit);
  }

  function fit(wanted: number): void {
    const scale = scaleFor(count, viewport(), window.devicePixelRatio);
    factor = scale.factor;
    space.style.height = `${scale.height}px`;
    moveTo(wanted);
  }

  return {
    get offset() {
      return offset;
    },
    get viewport() {
      return viewport();
    },
    reset(rows, wanted) {
      count = rows;
      virtualizer.setOptions({ ...virtualizer.options, count });
      fit(wanted);
    },
    moveTo,
  };
}

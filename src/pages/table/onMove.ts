import { onDrag } from './onDrag.ts';

export interface MoveActions {
  /** Whether a press there begins a move. */
  accepts(target: EventTarget | null): boolean;
  begin(): void;
  /** It was dropped before the element at this place in the row, behind the last one for their number. */
  drop(place: number): void;
}

/** A pointer that goes less far has clicked, in pixels. */
const shortestMove = 6;

/** Lets one of the elements of a row be dragged to another place among them. */
export function onMove(element: HTMLElement, row: () => readonly HTMLElement[], actions: MoveActions): void {
  let isMoving = false;

  function placeAt(x: number): number {
    return row().filter((each) => {
      const { left, width } = each.getBoundingClientRect();
      return left + width / 2 < x;
    }).length;
  }

  function mark(place: number | undefined): void {
    row().forEach((each, at, { length }) => {
      each.classList.toggle('before', at === place);
      each.classList.toggle('behind', at === length - 1 && place === length);
    });
  }

  onDrag(element, {
    accepts: (target) => actions.accepts(target),
    drag(by, phase, { clientX }) {
      if (phase === 'begin') isMoving = false;
      else if (!isMoving && Math.abs(by) >= shortestMove) {
        isMoving = true;
        actions.begin();
      }
      if (!isMoving) return;
      mark(phase === 'move' ? placeAt(clientX) : undefined);
      if (phase === 'end') actions.drop(placeAt(clientX));
    },
  });
}

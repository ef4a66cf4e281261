/** `cancel` stands for a drag that is to have no effect. */
export type DragPhase = 'begin' | 'move' | 'end' | 'cancel';

export interface DragActions {
  /** Whether a press there begins a drag. */
  readonly accepts?: (target: EventTarget | null) => boolean;
  /** How far, in pixels, the pointer is from where it was pressed. */
  readonly drag: (by: number, phase: DragPhase, event: PointerEvent) => void;
}

/** Lets an element be dragged with the first button of a pointer; what it stands in is not dragged with it. */
export function onDrag(element: HTMLElement, { accepts = () => true, drag }: DragActions): void {
  let start: number | undefined;
  const end = (phase: 'end' | 'cancel') => (event: PointerEvent) => {
    if (start === undefined) return;
    const by = event.clientX - start;
    start = undefined;
    drag(by, phase, event);
  };
  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || !accepts(event.target)) return;
    event.stopPropagation();
    start = event.clientX;
    element.setPointerCapture(event.pointerId);
    drag(0, 'begin', event);
  });
  element.addEventListener('pointermove', (event) => {
    if (start !== undefined) drag(event.clientX - start, 'move', event);
  });
  element.addEventListener('pointerup', end('end'));
  element.addEventListener('pointercancel', end('cancel'));
  element.addEventListener('lostpointercapture', end('cancel'));
}

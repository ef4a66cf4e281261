import { make } from './make.ts';
import type { Part } from './part.ts';
import { setText } from './setText.ts';

/** A session in one line, which opens it. */
export type SessionButton = Part<string>;

export function makeSessionButton(open: () => void): SessionButton {
  const element = make('button', 'link');
  element.type = 'button';
  element.dir = 'auto';
  element.addEventListener('click', open);
  return { element, show: (label) => setText(element, label) };
}

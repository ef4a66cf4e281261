import { make } from '../make.ts';

/** A box whose text can be underlined in part, which an input by itself cannot. */
export interface Underline {
  readonly element: HTMLElement;
  show(position: number, length: number): void;
  hide(): void;
}

/** Lays the same text over the box, invisible but for a line under one part of it. */
export function makeUnderline(input: HTMLInputElement): Underline {
  const copy = make('div', 'copy');
  copy.ariaHidden = 'true';
  const follow = () => (copy.style.transform = `translateX(${-input.scrollLeft}px)`);
  input.addEventListener('scroll', follow);
  return {
    element: make('div', 'underlined', input, make('div', 'window', copy)),
    show(position, length) {
      const { value } = input;
      const wrong = make('span', 'wrong', value.slice(position, position + length));
      copy.replaceChildren(value.slice(0, position), wrong);
      follow();
    },
    hide: () => copy.replaceChildren(),
  };
}

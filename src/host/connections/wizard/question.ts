import { unwrapped, withoutUnseenAround } from '../../../core/text/unwrapped.ts';
import type { Extra, Field } from './draft.ts';
import type { Remark } from './remark.ts';

/** One step of a wizard, as data. */
export type Question = TextQuestion | OneQuestion | SomeQuestion;

interface Common {
  /** What is asked for, in the title; with `placeholder` it is what a screen reader calls the box. */
  readonly label: string;
  readonly placeholder: string;
}

export interface TextQuestion extends Common {
  readonly kind: 'text';
  readonly field: Field;
  readonly prompt: string;
  readonly isSecret?: boolean;
  readonly mayBeEmpty?: boolean;
  readonly proposal?: string;
  /** What there is to say about a text while it is typed; an error keeps the person here. */
  readonly judge?: (text: string) => Remark | undefined;
  /** Another way to enter the text, such as a dialog for choosing a file. */
  readonly browse?: () => Promise<string | undefined>;
}

export interface OneQuestion extends Common {
  readonly kind: 'one';
  readonly field: Field;
  readonly choices: readonly Choice<string>[];
}

export interface SomeQuestion extends Common {
  readonly kind: 'some';
  readonly field: 'extras';
  readonly choices: readonly Choice<Extra>[];
}

export interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
}

/** The answer in a typed text, without what a paste brings along. Quotes are kept only around a name. */
export function answerOf({ field }: Pick<TextQuestion, 'field'>, typed: string): string {
  return field === 'name' ? withoutUnseenAround(typed) : unwrapped(typed);
}

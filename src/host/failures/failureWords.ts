import type { FailureAction } from '../../shared/failureAction.ts';

/** A failure in words: whole sentences. */
export interface FailureWords {
  /** What happened. */
  readonly what: string;
  /** Why, likely, and what to do. */
  readonly advice: string;
  /** One or two that do it, the likeliest first. */
  readonly actions: readonly FailureAction[];
}

/** Makes `FailureWords`. */
export function words(what: string, advice: string, ...actions: readonly FailureAction[]): FailureWords {
  return { what, advice, actions };
}

/** Joins whole sentences with blanks and leaves out those that are undefined. */
export function sentences(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined).join(' ');
}

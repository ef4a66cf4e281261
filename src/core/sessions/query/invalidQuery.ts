import { Failure } from '../../failure.ts';

/** What a value of a field should have been. */
export type Expected = 'number' | 'time' | 'duration' | 'state' | 'field';

/** Why a query cannot be understood. The words for people are the host's. */
export type QueryProblem =
  | { readonly kind: 'tooLong' | 'tooManyValues' | 'tooDeep'; readonly most: number }
  | { readonly kind: 'loneMinus' | 'doubleMinus' | 'orWithoutSide' | 'emptyText' }
  | { readonly kind: 'emptyBrackets' | 'unclosedBracket' | 'unopenedBracket' | 'bracketInWord' | 'unclosedQuote' }
  /** Of a field, or of something else that can be asked by. */
  | { readonly kind: 'unknownName'; readonly name: string; readonly nearest: string }
  | { readonly kind: 'emptyValue'; readonly field: string }
  | { readonly kind: 'operatorNotAllowed'; readonly field: string; readonly operator: string }
  | {
      readonly kind: 'notOfField';
      readonly field: string;
      readonly value: string;
      readonly expected: Expected;
      /** The nearest of the values that exist, if there are only a few. */
      readonly nearest?: string | undefined;
    }
  | { readonly kind: 'impossiblePrefix'; readonly prefix: string; readonly most: number }
  /** The end of a range is not after its beginning, or the range has neither. */
  | { readonly kind: 'emptyRange' | 'openRange'; readonly field: string };

/** A part of a query; `position` and `length` are in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The error for a query that cannot be understood. `position` and `length` say which part is wrong, in UTF-16 units.
 */
export class InvalidQuery extends Failure {
  readonly position: number;
  readonly length: number;
  readonly problem: QueryProblem;

  constructor({ start, end }: Span, problem: QueryProblem) {
    super('invalidQuery');
    this.position = start;
    this.length = end - start;
    this.problem = problem;
  }
}

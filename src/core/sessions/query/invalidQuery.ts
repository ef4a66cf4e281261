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
      /** The known value that is nearest, where the values can be counted. */
      readonly nearest?: string | undefined;
    }
  | { readonly kind: 'impossiblePrefix'; readonly prefix: string; readonly most: number }
  /** The end of a range is not after its beginning, or it has neither. */
  | { readonly kind: 'emptyRange' | 'openRange'; readonly field: string };

/** A stretch of a query, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A query that cannot be understood, and which part of it is wrong: `position` and `length` in UTF-16 units. */
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

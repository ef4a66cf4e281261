import type { TextField } from '../fields.ts';

/** The fields of a session that hold a text and that a query can name. */
export type KnownField = TextField;

/**
 * A text field of a query: a known one, or one that this version does not know, by the server's name for it. `isQuoted`
 * tells the spelling `field."name"`, which is accepted for any name; no session matches if the list has no such field.
 */
export type FieldReference =
  | { readonly kind: 'known'; readonly name: KnownField }
  | { readonly kind: 'unknown'; readonly name: string; readonly isQuoted: boolean };

/** A part of a pattern: a text, any number of any characters, or one character. */
export type PatternPart = { readonly text: string } | '*' | '?';

/** What can be asked of a text, in upper or lower case. The address of a network is kept as it was written. */
export type TextPredicate =
  | { readonly kind: 'contains'; readonly text: string }
  | { readonly kind: 'equals'; readonly text: string }
  | { readonly kind: 'wildcard'; readonly parts: readonly PatternPart[] }
  | { readonly kind: 'network'; readonly address: string; readonly prefix: number }
  | { readonly kind: 'empty' };

/** What can be asked of a session_id. */
export type HashPredicate =
  | { readonly kind: 'prefix'; readonly text: string }
  | Exclude<TextPredicate, { readonly kind: 'contains' | 'network' }>;

export type ComparisonOperator = '>' | '>=' | '<' | '<=';

/** What can be asked of a field whose values have an order. A side of a range that is undefined is open. */
export type Comparison<Value> =
  | { readonly operator: 'is' | ComparisonOperator; readonly value: Value }
  | { readonly operator: '..'; readonly from: Value | undefined; readonly to: Value | undefined };

/** Year, month, day, hour, minute and second of the server's clock, as many of them as were written. */
export type DateParts = readonly [year: number, ...rest: number[]];

export type AgoUnit = 's' | 'm' | 'h' | 'd' | 'w';

/** A time as a query names it. All kinds but `date` depend on when the query is evaluated. */
export type Moment =
  | { readonly kind: 'date'; readonly parts: DateParts }
  | { readonly kind: 'today' | 'yesterday' | 'now' }
  | { readonly kind: 'ago'; readonly amount: number; readonly unit: AgoUnit };

export type TimeName = 'started' | 'ended' | 'at' | 'after' | 'before';

export type State = 'live' | 'ended' | 'protected';
export const states: readonly State[] = ['live', 'ended', 'protected'];

/** One condition. If it has several values, any of them is enough. Durations are in seconds. */
export type Term =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly field: FieldReference; readonly values: readonly TextPredicate[] }
  | { readonly kind: 'session'; readonly values: readonly HashPredicate[] }
  | { readonly kind: 'id'; readonly values: readonly Comparison<bigint>[] }
  | { readonly kind: 'duration'; readonly values: readonly Comparison<number>[] }
  | { readonly kind: 'time'; readonly name: TimeName; readonly values: readonly Comparison<Moment>[] }
  | { readonly kind: 'is'; readonly values: readonly State[] }
  | { readonly kind: 'has'; readonly values: readonly FieldReference[] };

/** A parsed query. `all` without terms holds for every session. */
export type Query =
  | { readonly kind: 'all' | 'any'; readonly terms: readonly Query[] }
  | { readonly kind: 'not'; readonly term: Query }
  | Term;

/** The query that holds for every session. */
export const everySession: Query = { kind: 'all', terms: [] };

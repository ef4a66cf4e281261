import { sessionFields } from '../fields.ts';
import { InvalidQuery } from './invalidQuery.ts';
import { timeRange } from './momentOf.ts';
import { fieldOf, subjectOf, type Subject, type UnknownNames } from './subjectOf.ts';
import { nearestField } from './nearestName.ts';
import { spanOf } from './piece.ts';
import type { Comparison, FieldReference, Moment, Term, TimeName } from './query.ts';
import { isEmptyRange, ofId, ofNumber, rangeOf, type Range } from './range.ts';
import type { ServerClock } from './serverClock.ts';
import {
  durationComparison,
  hashPredicate,
  idComparison,
  notOfField,
  plainText,
  rangeOperator,
  stateOf,
  textPredicate,
  timeComparison,
  type Value,
} from './value.ts';

export interface ParseContext {
  readonly unknownNames: UnknownNames;
  /** The clock by which the ends of a range are compared, since their order can depend on the time of day. */
  readonly clock: ServerClock;
}

/** Reads the condition of a name and its values. `values` reads one value behind the colon after the other. */
export function readCondition(
  subject: Subject,
  context: ParseContext,
  values: <Read>(read: (value: Value) => Read) => readonly Read[],
): Term {
  switch (subject.kind) {
    case 'text': {
      const { field } = subject;
      const hasNetworks = field.kind === 'known' && hasAddresses(field.name);
      return { kind: 'field', field, values: values((value) => textPredicate(value, hasNetworks)) };
    }
    case 'session':
      return { kind: 'session', values: values(hashPredicate) };
    case 'id':
      return { kind: 'id', values: values((value) => ordered(value, idComparison(value), idRange)) };
    case 'duration':
      return { kind: 'duration', values: values((value) => ordered(value, durationComparison(value), secondsRange)) };
    case 'time':
      return {
        kind: 'time',
        name: subject.name,
        values: values((value) => timeIn(subject.name, value, context.clock)),
      };
    case 'is':
      return { kind: 'is', values: values(stateOf) };
    case 'has':
      return { kind: 'has', values: values((value) => fieldIn(value, context.unknownNames)) };
  }
}

function timeIn(name: TimeName, value: Value, clock: ServerClock): Comparison<Moment> {
  const isMoment = name === 'after' || name === 'before';
  if (isMoment || name === 'at') {
    plainText(value);
  }
  const range = isMoment ? rangeOperator(value) : undefined;
  if (range !== undefined) {
    throw new InvalidQuery(range, { kind: 'operatorNotAllowed', field: value.field, operator: '..' });
  }
  return ordered(value, timeComparison(value, clock), (comparison) => timeRange(comparison, clock));
}

function fieldIn(value: Value, unknownNames: UnknownNames): FieldReference {
  const [first, second, ...others] = value.pieces;
  if (first?.text.toLowerCase() === 'field.' && !first.isQuoted && second?.isQuoted === true && others.length === 0) {
    return { kind: 'unknown', name: second.text, isQuoted: true };
  }
  const name = plainText(value);
  const field = fieldOf(name, unknownNames);
  const canWait = unknownNames === undefined && subjectOf(name, undefined) === undefined && isName(name);
  if (field === undefined && !canWait) {
    throw notOfField(value, value.pieces, 'field', nearestField(name, unknownNames));
  }
  return field ?? { kind: 'unknown', name, isQuoted: false };
}

function isName(text: string): boolean {
  return /^[\p{L}\d_-]+$/u.test(text);
}

const idRange = (comparison: Comparison<bigint>) => rangeOf(comparison, ofId);
const secondsRange = (comparison: Comparison<number>) => rangeOf(comparison, ofNumber);

/** The comparison of a value. Throws if it is a range whose end is not after its beginning. */
function ordered<Compared, Bound extends number | bigint>(
  value: Value,
  comparison: Comparison<Compared>,
  range: (comparison: Comparison<Compared>) => Range<Bound>,
): Comparison<Compared> {
  if (comparison.operator === '..' && isEmptyRange(range(comparison))) {
    throw new InvalidQuery(spanOf(value.pieces), { kind: 'emptyRange', field: value.field });
  }
  return comparison;
}

function hasAddresses(name: string): boolean {
  return sessionFields.texts.some((row) => row.name === name && row.hasAddresses);
}

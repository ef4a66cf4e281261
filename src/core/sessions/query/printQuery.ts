import { durationText } from '../duration.ts';
import { momentText } from './momentOf.ts';
import { printedField, quotedText } from './printedField.ts';
import type { Comparison, FieldReference, HashPredicate, PatternPart, Query, TextPredicate } from './query.ts';

/** Words that need no quotes, in a text and in a value. */
const plain = /^[\p{L}\p{N}_@.\\+$%&#;'~!^|[\]{}][\p{L}\p{N}_@.\\+$%&#;'~!^|[\]{}-]*$/u;
/** A text with a colon that needs no quotes, because what is before the colon can never be a name. */
const plainWithColon = /^(?:[\p{L}\p{N}_-]*[.[\]][\p{L}\p{N}_.[\]-]*)?:[\p{L}\p{N}_.:[\]-]*$/u;

/** The query as a person would write it. Parsing the result gives the same query, if the same names are known. */
export function printQuery(query: Query): string {
  switch (query.kind) {
    case 'all':
      return query.terms
        .map((term) => (term.kind === 'any' || term.kind === 'all' ? bracketed(term) : printQuery(term)))
        .join(' ');
    case 'any':
      return query.terms.map((term) => (term.kind === 'any' ? bracketed(term) : printQuery(term))).join(' OR ');
    case 'not': {
      const { term } = query;
      const isGroup = term.kind === 'all' || term.kind === 'any' || term.kind === 'not';
      return `-${isGroup ? bracketed(term) : printQuery(term)}`;
    }
    case 'text':
      return query.text !== 'OR' && !query.text.startsWith('-') && plainWithColon.test(query.text)
        ? query.text
        : printedText(query.text);
    case 'field':
      return qualifier(printedField(query.field), query.values.map(printedPredicate));
    case 'session':
      return qualifier('session', query.values.map(printedPredicate));
    case 'id':
      return qualifier(
        'id',
        query.values.map((value) => printedComparison(value, String)),
      );
    case 'duration':
      return qualifier(
        'duration',
        query.values.map((value) => printedComparison(value, printedDuration)),
      );
    case 'time':
      return qualifier(
        query.name,
        query.values.map((value) => printedComparison(value, momentText)),
      );
    case 'is':
      return qualifier('is', query.values);
    case 'has':
      return qualifier(
        'has',
        query.values.map((field: FieldReference) => printedField(field)),
      );
  }
}

/** A text of a query, in quotes if it would otherwise be read as something else. */
export function printedText(text: string): string {
  return text !== 'OR' && plain.test(text) ? text : quotedText(text);
}

/** The text of a predicate behind the colon. */
export function printedPredicate(predicate: TextPredicate | HashPredicate): string {
  switch (predicate.kind) {
    case 'contains':
    case 'prefix':
      return printedText(predicate.text);
    case 'equals':
      return `=${printedText(predicate.text)}`;
    case 'wildcard':
      return predicate.parts.map(printedPart).join('');
    case 'network':
      return `${predicate.address}/${predicate.prefix}`;
    case 'empty':
      return '""';
  }
}

function printedDuration(seconds: number): string {
  return durationText(seconds).replaceAll(' ', '');
}

function printedPart(part: PatternPart): string {
  return typeof part === 'string' ? part : printedText(part.text);
}

function printedComparison<Value>(comparison: Comparison<Value>, print: (value: Value) => string): string {
  if (comparison.operator === '..') {
    const side = (value: Value | undefined) => (value === undefined ? '*' : print(value));
    return `${side(comparison.from)}..${side(comparison.to)}`;
  }
  return `${comparison.operator === 'is' ? '' : comparison.operator}${print(comparison.value)}`;
}

function qualifier(name: string, values: readonly string[]): string {
  return `${name}:${values.join(',')}`;
}

function bracketed(query: Query): string {
  return `(${printQuery(query)})`;
}

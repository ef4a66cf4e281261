import type { PatternPart, Query, TextPredicate } from './query.ts';

/** The texts that a query looks for in text fields, in small letters; not what it looks away from. */
export function soughtTexts(query: Query): readonly string[] {
  switch (query.kind) {
    case 'all':
    case 'any':
      return query.terms.flatMap(soughtTexts);
    case 'text':
      return [query.text.toLowerCase()];
    case 'field':
      return query.values.flatMap(textsOf).map((text) => text.toLowerCase());
    default:
      return [];
  }
}

function textsOf(predicate: TextPredicate): readonly string[] {
  switch (predicate.kind) {
    case 'contains':
    case 'equals':
      return [predicate.text];
    case 'wildcard':
      return predicate.parts.flatMap((part: PatternPart) => (typeof part === 'string' ? [] : [part.text]));
    case 'network':
    case 'empty':
      return [];
  }
}

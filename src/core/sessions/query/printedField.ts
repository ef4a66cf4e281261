import type { FieldReference, KnownField } from './query.ts';
import { textNames } from './queryNames.ts';

/** The name by which queries know a field of a session. */
export function nameOf(field: KnownField): string {
  return Object.entries(textNames).find(([, known]) => known === field)?.[0] ?? field;
}

/** A text field in the form in which a query names it. */
export function printedField(field: FieldReference): string {
  if (field.kind === 'known') {
    return nameOf(field.name);
  }
  return field.isQuoted ? `field.${quotedText(field.name)}` : field.name;
}

/** A text in the quotes of a query. */
export function quotedText(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

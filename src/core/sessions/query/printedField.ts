import type { FieldReference, KnownField } from './query.ts';
import { textNames } from './queryNames.ts';

/** The name by which a query knows a field of a session. */
export function nameOf(field: KnownField): string {
  return Object.entries(textNames).find(([, known]) => known === field)?.[0] ?? field;
}

/** How a query names a text field. */
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

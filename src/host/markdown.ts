import { MarkdownString } from 'vscode';
import type { SessionField } from './shownFields.ts';

/** Adds text that stays text: after `appendText` alone VS Code still reads bare addresses, entities and elements. */
export function withText(markdown: MarkdownString, text: string): MarkdownString {
  const { value } = new MarkdownString().appendText(text.replaceAll('&', '&amp;'));
  return markdown.appendMarkdown(value.replaceAll(/[:@<]|(?<=www)\./gi, '\\$&'));
}

/** Adds a line for each field that has a value. */
export function withFields(markdown: MarkdownString, fields: readonly SessionField[]): MarkdownString {
  for (const { label, value } of fields) {
    if (value !== '') {
      markdown.appendMarkdown('**').appendText(label).appendMarkdown(':** ');
      withText(markdown, value).appendMarkdown('  \n');
    }
  }
  return markdown;
}

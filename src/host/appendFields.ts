import type { MarkdownString } from 'vscode';
import { appendPlainText } from './appendPlainText.ts';
import type { SessionField } from './shownFields.ts';

/** Adds a line for each field that has a value. */
export function appendFields(markdown: MarkdownString, fields: readonly SessionField[]): MarkdownString {
  for (const { label, value } of fields) {
    if (value !== '') {
      markdown.appendMarkdown('**').appendText(label).appendMarkdown(':** ');
      appendPlainText(markdown, value).appendMarkdown('  \n');
    }
  }
  return markdown;
}

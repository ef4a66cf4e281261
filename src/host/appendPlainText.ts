import { MarkdownString } from 'vscode';

/** Adds text that stays text: after `appendText` alone VS Code still reads bare addresses, entities and elements. */
export function appendPlainText(markdown: MarkdownString, text: string): MarkdownString {
  const { value } = new MarkdownString().appendText(text.replaceAll('&', '&amp;'));
  return markdown.appendMarkdown(value.replaceAll(/[:@<]|(?<=www)\./gi, '\\$&'));
}

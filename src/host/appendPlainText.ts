import { MarkdownString } from 'vscode';

const fixedBlank = '&nbsp;';

/** Adds text that stays text: after `appendText` alone VS Code still reads bare addresses, entities and elements. */
export function appendPlainText(markdown: MarkdownString, text: string): MarkdownString {
  const { value } = new MarkdownString().appendText(text.replaceAll('&', '&amp;'));
  const plain = value.replaceAll(/[:@<]|(?<=www)\./gi, '\\$&');
  return markdown.appendMarkdown(plain.split('\n').map(breakable).join('\n'));
}

/**
 * `appendText` makes each blank one that no line can break at, so that words would be cut. Only the first in a line stays
 * so, because what stands before it could begin a list, and those in a row, which could end a line.
 */
function breakable(line: string): string {
  const rest = line.indexOf(fixedBlank) + fixedBlank.length;
  return line.slice(0, rest) + line.slice(rest).replaceAll(/(?<=[^;])&nbsp;(?=[^&])/g, ' ');
}

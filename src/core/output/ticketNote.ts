import type { Work } from '../async/work.ts';
import { sessionFields } from '../sessions/fields.ts';
import { oneLine } from '../text/visibleText.ts';
import { spreadsheetCell } from '../text/spreadsheetCell.ts';
import { markdownText } from './markdownText.ts';
import { isNoteName, noteText, type NoteEntry, type NoteOptions, type NoteWords } from './noteEntry.ts';
import { filledNote, readNoteTemplate, unknownNames } from './noteTemplate.ts';
import { markdownStyle, tabStyle, textTable, type TextColumn } from './textTable.ts';

export type NoteFormat = 'markdown' | 'plain';

/** More sessions than this are easier to compare in a table. */
const mostNotes = 3;

export interface NoteSettings {
  readonly template: string;
  readonly format: NoteFormat;
}

export interface NoteLanguage {
  readonly words: NoteWords;
  /** What people call the fields of a session, and `link` and `connection`. */
  readonly labels: Readonly<Record<string, string>>;
  /** The IANA zone of the person's own clock. */
  readonly ownTimeZone: string;
}

/** A template has names in braces that stand for nothing. */
export class UnknownPlaceholders extends Error {
  override readonly name = 'UnknownPlaceholders';
  readonly names: readonly string[];

  constructor(names: readonly string[]) {
    super('The template of the ticket note has unknown placeholders.');
    this.names = names;
  }
}

/**
 * The note for a ticket about some sessions: the template filled in for each, or, where they are many, a table of them.
 * Throws `UnknownPlaceholders`, in either case.
 */
export function* ticketNote(
  entries: readonly NoteEntry[],
  { template: text, format }: NoteSettings,
  language: NoteLanguage,
): Work<string> {
  const template = readNoteTemplate(text);
  const unknown = unknownNames(template, isNoteName);
  if (unknown.length > 0) {
    throw new UnknownPlaceholders(unknown);
  }
  if (entries.length > mostNotes) {
    return yield* noteTable(entries, format, language);
  }
  const options = { ...language, fit: format === 'markdown' ? markdownText : oneLine };
  return entries
    .map((entry) => filledNote(template, (name) => noteText(name, entry, options)))
    .filter((note) => note !== '')
    .join('\n\n');
}

/** The sessions as a table of Markdown, or with tabs between the cells. */
export function* noteTable(entries: readonly NoteEntry[], format: NoteFormat, language: NoteLanguage): Work<string> {
  const isMarkdown = format === 'markdown';
  const options: NoteOptions = { ...language, fit: isMarkdown ? markdownText : spreadsheetCell };
  const isSeveral = new Set(entries.map(({ connection, server }) => `${connection}\n${server}`)).size > 1;
  const shown = sessionFields.shownInTable.map(({ name }) => (name === 'durationSeconds' ? 'duration' : name));
  // A ticket is about sessions by name, so what names them comes first, and who was where.
  const fields = [...new Set(['id', 'sessionId', 'user', 'device', ...shown])];
  const names = [...fields, ...(isSeveral ? ['connection', 'server'] : []), 'link'];
  const columns = names.map((name): TextColumn<NoteEntry> => ({
    label: options.fit(language.labels[name] ?? name),
    text: (entry) => noteText(name === 'end' && entry.session.live ? 'status' : name, entry, options),
  }));
  return yield* textTable(entries, columns, isMarkdown ? markdownStyle : tabStyle);
}

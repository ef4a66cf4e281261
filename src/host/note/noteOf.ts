import { l10n } from 'vscode';
import { inSlices } from '../../core/async/work.ts';
import type { Connections } from '../../core/connections/connections.ts';
import { noteNames } from '../../core/output/noteEntry.ts';
import { noteTable, ticketNote, UnknownPlaceholders } from '../../core/output/ticketNote.ts';
import { nearest } from '../../core/text/nearest.ts';
import { visibleText } from '../../core/text/visibleText.ts';
import { noteEntryOf, type KnownSession } from './noteEntryOf.ts';
import { noteLanguage, noteSettings } from './noteSettings.ts';
import { listText } from '../listText.ts';

/** The note for a ticket about these sessions, by the person's template. Rejects with `UnknownPlaceholders`. */
export function noteOf(connections: Connections, sessions: readonly KnownSession[]): Promise<string> {
  const entries = sessions.map((each) => noteEntryOf(connections, each));
  return inSlices(ticketNote(entries, noteSettings(), noteLanguage()));
}

/** These sessions as a table of Markdown. */
export function markdownTableOf(connections: Connections, sessions: readonly KnownSession[]): Promise<string> {
  const entries = sessions.map((each) => noteEntryOf(connections, each));
  return inSlices(noteTable(entries, 'markdown', noteLanguage()));
}

/** What is wrong with the template, and what it can have instead. */
export function unknownPlaceholdersText({ names }: UnknownPlaceholders): string {
  const known = noteNames();
  const wrong = names.map((name) =>
    l10n.t('{0} (the nearest is {1})', braced(visibleText(name)), braced(nearest(name, known))),
  );
  return l10n.t(
    'The template of the ticket note (pamSessions.ticketNote.template) has placeholders that stand for nothing: {0}. Known are: {1}. Write {2} for a brace.',
    listText(wrong),
    [...known, 'extra.NAME'].map(braced).join(' '),
    '{{',
  );
}

function braced(name: string): string {
  return `{${name}}`;
}

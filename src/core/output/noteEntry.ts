import { zoneOfTime } from '../pam/records/zoneOfTime.ts';
import { placeholderNames, placeholderText, readPlaceholder, type FlagWords } from '../sessions/placeholder.ts';
import type { Session } from '../sessions/session.ts';
import { instantOf } from '../sessions/time.ts';
import { wallTime } from '../sessions/wallTime.ts';

/** A session and where it is from, for a note. */
export interface NoteEntry {
  readonly session: Session;
  /** The name of its connection, and the address and time zone of the server; `''` where the zone is not known. */
  readonly connection: string;
  readonly server: string;
  readonly timeZone: string;
  /** The link that opens it; `''` where there can be none. */
  readonly link: string;
}

export interface NoteWords extends FlagWords {
  readonly live: string;
  readonly ended: string;
}

export interface NoteOptions {
  readonly words: NoteWords;
  /** The IANA zone of the person's own clock. */
  readonly ownTimeZone: string;
  /** Makes a text of the server fit for the note. */
  readonly fit: (text: string) => string;
}

/** What a note can say besides the fields of a session. */
const others: Readonly<Record<string, (entry: NoteEntry, options: NoteOptions) => string>> = {
  status: ({ session }, { words }) => (session.live ? words.live : words.ended),
  'start.local': (entry, options) => ownTime('start', entry, options),
  'end.local': (entry, options) => ownTime('end', entry, options),
  connection: ({ connection }) => connection,
  server: ({ server }) => server,
  timezone: ({ timeZone }) => timeZone,
};

/** The names that a template of a note can have in braces, without those of fields that a server added. */
export function noteNames(): readonly string[] {
  return [...placeholderNames(), 'status', 'start.local', 'end.local', 'connection', 'server', 'timeZone', 'link'];
}

export function isNoteName(name: string): boolean {
  return isLink(name) || other(name) !== undefined || readPlaceholder(name) !== undefined;
}

/** What a session has for a name, made fit for the note; `''` where that is nothing. */
export function noteText(name: string, entry: NoteEntry, options: NoteOptions): string {
  if (isLink(name)) {
    // Every sign in it that could be markup is encoded already.
    return entry.link;
  }
  const own = other(name);
  const placeholder = readPlaceholder(name);
  const text =
    own?.(entry, options) ??
    (placeholder === undefined ? '' : placeholderText(entry.session, placeholder, options.words));
  return options.fit(text);
}

function isLink(name: string): boolean {
  return name.toLowerCase() === 'link';
}

function other(name: string): (typeof others)[string] | undefined {
  const wanted = name.toLowerCase();
  return Object.hasOwn(others, wanted) ? others[wanted] : undefined;
}

/** A time by the person's own clock; `''` where it cannot be known when that was. */
function ownTime(field: 'start' | 'end', { session, timeZone }: NoteEntry, { ownTimeZone }: NoteOptions): string {
  const zone = zoneOfTime(session.extra[field]) ?? (timeZone === '' ? undefined : timeZone);
  const instant = instantOf(session[field] ?? '', zone);
  return instant === undefined ? '' : wallTime(instant, ownTimeZone);
}

import * as v from 'valibot';
import { failureActions } from './failureAction.ts';
import { directions, neighboursView, relationNames, ways } from './neighbours.ts';
import { readMessage } from './readMessage.ts';
import { sessionPlaces } from './sessionPlace.ts';

/**
 * The contract between the host and the detail page; either side ignores messages that do not fit it.
 *
 * - The page posts `ready` whenever it has been loaded, as VS Code discards a hidden page. From then on the host posts
 *   `show` whenever anything changes, always with the whole view: finished words, localised and escaped, which the
 *   page only lays out.
 * - What the loaded list knows around the session comes in a message of its own, `neighbours`, whenever that changes.
 * - The page posts what a person asked for. To copy a field it names the field's key, and the host has the text. Keys
 *   are unique in a view; the page's primary button copies the field `sessionId`.
 * - A message about the session that is shown names that session, as the host may have gone on to another one since.
 * - Times are the exception: what depends on the person's own clock or zone is made in the page, from instants in
 *   milliseconds since 1970 and the host's words.
 * - Across a reload VS Code keeps only the `SessionReference` of a page, and whether a person keeps the panel; the
 *   session is then fetched again.
 */
const instant = v.pipe(v.number(), v.integer(), v.maxValue(8.64e15), v.minValue(-8.64e15));

const field = v.object({
  key: v.string(),
  label: v.string(),
  value: v.string(),
  /** When that was, where `value` is a time of the server and it can be known. */
  instant: v.nullable(instant),
  /** What is to be said beside the value; `''` where there is nothing. */
  note: v.string(),
  copyLabel: v.string(),
});

/** The key by which the page asks for the JSON of the session to be copied. No field has it. */
export const jsonKey = 'json';

const action = v.picklist(failureActions);

const button = v.object({ action, label: v.string() });

const words = v.object({
  copySessionId: v.string(),
  refresh: v.string(),
  reveal: v.string(),
  /** What the button says that keeps the panel from being taken over by another session, or no longer does. */
  keep: v.string(),
  /** What the button says that fetches a live session every minute, or no longer does; `''` for one that has ended. */
  autoRefresh: v.string(),
  fields: v.string(),
  extraFields: v.string(),
  json: v.string(),
  copyJson: v.string(),
  /** `{0}` is a time in the person's own zone. */
  localTime: v.string(),
  /** `{0}` is how long a session has been live. */
  liveFor: v.string(),
  /** `{0}` is a number of days, hours, minutes and seconds; one text each, in this order. */
  units: v.tuple([v.string(), v.string(), v.string(), v.string()]),
});

const detailView = v.object({
  /** BCP 47 tag of the words below. */
  language: v.string(),
  heading: v.string(),
  /** One line under the heading: protocol, device, connection. */
  subheading: v.string(),
  /** `since` is the start of a live session, where it can be known; where it cannot, `hint` says what it takes. */
  state: v.object({ live: v.boolean(), label: v.string(), since: v.nullable(instant), hint: v.string() }),
  /** Where what is shown comes from: "From the list, fetching…", "Fetched 15:04:05". */
  notice: v.string(),
  busy: v.boolean(),
  failure: v.nullable(v.object({ what: v.string(), advice: v.string(), buttons: v.array(button) })),
  /** Where else the session can be opened. */
  places: v.optional(v.array(v.picklist(sessionPlaces))),
  fields: v.array(field),
  extraFields: v.array(field),
  /** The record as the server sent it, once it was fetched; it is copied under `jsonKey`. */
  json: v.nullable(v.string()),
  words,
});

/** Which session: the id of its connection, and its own number. */
export const reference = v.object({ connection: v.string(), id: v.string() });

/** `isKept` does not count a pinned tab, which VS Code remembers by itself. */
const toPage = v.variant('type', [
  v.object({ type: v.literal('show'), view: detailView, reference, isKept: v.boolean() }),
  /** Null where there is nothing to show; `reference` is the session that it is about. */
  v.object({ type: v.literal('neighbours'), view: v.nullable(neighboursView), reference }),
]);

const kept = v.object({ ...reference.entries, kept: v.optional(v.boolean(), false) });

const toHost = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('refresh') }),
  v.object({ type: v.literal('reveal'), reference: v.optional(reference) }),
  /** Keeps the panel, or stops that. */
  v.object({ type: v.literal('keep'), reference: v.optional(reference) }),
  /** Fetches a live session every minute, or stops that. */
  v.object({ type: v.literal('autoRefresh'), reference: v.optional(reference) }),
  v.object({ type: v.literal('copy'), key: v.pipe(v.string(), v.maxLength(1000)), reference: v.optional(reference) }),
  v.object({ type: v.literal('button'), action }),
  /** Opens another session of the same connection. */
  v.object({
    type: v.literal('open'),
    id: v.pipe(v.string(), v.regex(/^\d{1,100}$/)),
    reference: v.optional(reference),
  }),
  /** Goes to the session before or after this one. */
  v.object({
    type: v.literal('step'),
    way: v.picklist(ways),
    direction: v.picklist(directions),
    reference: v.optional(reference),
  }),
  /** Shows all that are related in one way, as a filter. */
  v.object({ type: v.literal('showRelated'), to: v.picklist(relationNames), reference: v.optional(reference) }),
  /** Shows less time on the strip, or more. */
  v.object({ type: v.literal('zoom'), direction: v.picklist(['in', 'out']), reference: v.optional(reference) }),
  v.object({ type: v.literal('loadList'), reference: v.optional(reference) }),
]);

export type DetailField = Readonly<v.InferOutput<typeof field>>;
export type DetailButton = Readonly<v.InferOutput<typeof button>>;
export type DetailWords = Readonly<v.InferOutput<typeof words>>;
export type DetailView = Readonly<v.InferOutput<typeof detailView>>;
export type SessionReference = Readonly<v.InferOutput<typeof reference>>;
export type KeptDetail = Readonly<v.InferOutput<typeof kept>>;
export type ToDetailPage = Readonly<v.InferOutput<typeof toPage>>;
export type FromDetailPage = Readonly<v.InferOutput<typeof toHost>>;

/** What the host posted, or undefined when it is not of this contract. */
export function readMessageToPage(data: unknown): ToDetailPage | undefined {
  return readMessage(toPage, data);
}

/** What the page posted, or undefined when it is not of this contract. */
export function readMessageFromPage(data: unknown): FromDetailPage | undefined {
  return readMessage(toHost, data);
}

/** What VS Code kept of a page, or undefined when it is not of this contract. */
export function readKeptDetail(data: unknown): KeptDetail | undefined {
  return readMessage(kept, data);
}

/** The session that a page or a caller names, or undefined when that is not of this contract. */
export function readReference(data: unknown): SessionReference | undefined {
  return readMessage(reference, data);
}

/** Whether a message of the page is about another session than this one, which the host has gone on to meanwhile. */
export function isAboutAnother(message: FromDetailPage, target: SessionReference): boolean {
  const { reference } = 'reference' in message ? message : {};
  return reference !== undefined && !isSameSession(reference, target);
}

export function isSameSession(one: SessionReference, other: SessionReference): boolean {
  return one.connection === other.connection && one.id === other.id;
}

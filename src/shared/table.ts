import * as v from 'valibot';
import { readMessage } from './readMessage.ts';
import { answer, ask, place, queryText, question, ranges, refusal, suggestions } from './tableAsk.ts';
import { column, columnAction, count, tableColumns, text } from './tableColumn.ts';
import { action, tableView, target } from './tableView.ts';

/**
 * The contract between the host and the table page; either side ignores messages that do not fit it.
 *
 * - The page posts `ready` whenever it has been loaded. From then on the host posts `show` whenever anything but rows
 *   changes: finished words, localised and escaped. The page holds no list, only the rows around what is seen.
 * - The page `ask`s for rows: which question (search text and order) and around which row. The host filters, sorts and
 *   posts an `answer` with the ask's `sequence`. Positions count the rows of one arrangement, that is of one list under
 *   one question. If an ask has positions of another arrangement, or of none, the host finds its rows again by the ids
 *   of their sessions; a session that is not in the new arrangement has no position there.
 * - The host posts `columns` before anything else and whenever they became others elsewhere; the page posts those that a
 *   person has made of them. An answer names the columns of its cells, so that rows which are known stay readable.
 * - A question that is no query is answered by a `refusal`, and the rows stay as they are. While a person types, the page
 *   asks how the query can go on (`complete`), and gets `suggestions` for the text that it sent.
 * - The page posts its `cursor` whenever that has moved to another row, so that commands from elsewhere act on that row.
 * - A message that asks for something to be done to a session names its id, and the host does it.
 * - Across a reload VS Code keeps a `KeptTable` of a page: which rows it shows, the question and the place in them.
 */

/**
 * Which rows are selected, as ranges of positions, whenever those are several or no longer are. `keepsHidden` adds them
 * to what is selected and not shown.
 */
const selected = v.object({
  type: v.literal('selected'),
  keepsHidden: v.boolean(),
  arrangement: count,
  ranges,
});

const toPage = v.variant('type', [
  v.object({ type: v.literal('columns'), columns: tableColumns }),
  columnAction,
  v.object({ type: v.literal('show'), view: tableView }),
  answer,
  refusal,
  suggestions,
]);

const toHost = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  ask,
  v.object({ type: v.literal('complete'), text: queryText }),
  /** Null if the cursor is in no session's row; its id is null until the row has arrived. */
  v.object({ type: v.literal('cursor'), row: v.nullable(v.object({ id: v.nullable(text) })) }),
  v.object({
    type: v.literal('session'),
    action: v.picklist(['openSession', 'openSessionToSide', 'keepSession', 'copySessionId']),
    id: text,
  }),
  selected,
  /** The columns as a person wants them, from left to right. */
  v.object({
    type: v.literal('columns'),
    columns: v.pipe(v.array(v.object({ name: column, width: v.nullable(count) })), v.minLength(1), v.readonly()),
  }),
  /** Opens the sessions of the rows selected. */
  v.object({ type: v.literal('openSelected'), toSide: v.boolean() }),
  /** Copies the Session IDs of the rows selected. */
  v.object({ type: v.literal('copySelected') }),
  v.object({ type: v.literal('button'), action }),
]);

const kept = v.object({
  target,
  question,
  top: place,
  cursor: v.nullable(v.object({ ...place.entries, column: count })),
});

export type SelectedRanges = Pick<Readonly<v.InferOutput<typeof selected>>, 'arrangement' | 'ranges' | 'keepsHidden'>;
export type CursorRow = Extract<FromTablePage, { readonly type: 'cursor' }>['row'];
export type ToTablePage = Readonly<v.InferOutput<typeof toPage>>;
export type FromTablePage = Readonly<v.InferOutput<typeof toHost>>;
export type KeptTable = Readonly<v.InferOutput<typeof kept>>;

/** What the host posted, or undefined when it is not of this contract. */
export function readMessageToTable(data: unknown): ToTablePage | undefined {
  return readMessage(toPage, data);
}

/** What the page posted, or undefined when it is not of this contract. */
export function readMessageFromTable(data: unknown): FromTablePage | undefined {
  return readMessage(toHost, data);
}

/** What VS Code kept of a page, or undefined when it is not of this contract. */
export function readKeptTable(data: unknown): KeptTable | undefined {
  return readMessage(kept, data);
}

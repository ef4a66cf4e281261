import * as v from 'valibot';
import { failureActions } from './failureAction.ts';
import { sessionPlaces } from './sessionPlace.ts';

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
/** Rows on either side of the one asked for, at most. */
export const longestReach = 500;
/** So many columns can be sorted by at once, which is more than there are to see. */
export const mostSorts = 100;
/** So many separate ranges of rows can be selected, at most. */
export const mostRanges = 100_000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31));
const text = v.pipe(v.string(), v.maxLength(1000));
/** A query, which has 10,000 characters at most. */
const queryText = v.pipe(v.string(), v.maxLength(10_000));
/** The name of a field. Which ones the table has, the host says. */
const column = v.pipe(v.string(), v.maxLength(1000));

const sort = v.object({ column, direction: v.picklist(['ascending', 'descending']) });
/**
 * `sort` begins with the column that matters most, and has each once. Without an order of its own a table shows the
 * newest start first.
 */
const question = v.object({ text: queryText, sort: v.pipe(v.array(sort), v.maxLength(mostSorts), v.readonly()) });
/** A row, and the id of its session if that is known. */
const place = v.object({ position: count, id: v.nullable(text) });
/** One group of the tree, by the way to it: the sessions that have each of these values in its field. */
const scope = v.pipe(v.array(v.object({ field: column, value: v.string() })), v.readonly());
const target = v.object({ connection: v.string(), scope: v.nullable(scope) });

const action = v.picklist([...failureActions, 'refresh', 'cancel', 'showAll', 'showPartial', 'clearFilter']);
const button = v.object({ action, label: v.string() });

/**
 * Its width, in pixels, is the `given` one if a person gave it one; else the `usual` one where there is no room to spare.
 * Where there is, `longest`, as long as any of its texts, says how wide it becomes at most; null for no bound.
 */
const tableColumn = v.object({
  name: column,
  label: v.string(),
  usual: count,
  given: v.nullable(count),
  longest: v.nullable(text),
  /** Whether the list can be filtered by values that it has. */
  hasValues: v.boolean(),
});
const tableColumns = v.pipe(v.array(tableColumn), v.minLength(1), v.readonly());

const words = v.object({
  table: v.string(),
  search: v.string(),
  clear: v.string(),
  suggestions: v.string(),
  /** `{0}` is the text searched for. */
  noMatch: v.string(),
  live: v.string(),
  /** `{0}` is how many rows are selected, or were. */
  selected: v.string(),
  scattered: v.string(),
  /** `{0}` is a column, `{1}` its width in pixels. */
  width: v.string(),
  sortedByNewest: v.string(),
  /** `{0}` is one or several of the next two, in which `{0}` is a column. */
  sortedBy: v.string(),
  ascending: v.string(),
  descending: v.string(),
  /** `{0}` is a column, `{1}` its place from the left of `{2}`. */
  moved: v.string(),
  /** `{0}` is a column, as in the next but one. */
  hidden: v.string(),
  lastColumn: v.string(),
  columnMenu: v.string(),
  /** `{0}` is the place of a column in the order, `{1}` how many columns it has. */
  sortPlace: v.string(),
});

const tableView = v.object({
  /** BCP 47 tag of the words below. */
  language: v.string(),
  target,
  /** Which group alone is shown. */
  scope: v.nullable(v.object({ label: v.string(), button })),
  /** Under which filter of the connection its rows are shown. */
  filter: v.nullable(v.object({ label: v.string(), button })),
  /** A number that changes with each new list. */
  list: count,
  /** What is under way, or what is wrong with the list that is shown. */
  notice: v.string(),
  busy: v.boolean(),
  buttons: v.array(button),
  /** What stands in place of the rows when there are none to show. */
  face: v.nullable(v.object({ icon: v.string(), what: v.string(), advice: v.string(), buttons: v.array(button) })),
  words,
});

const row = v.object({
  id: v.string(),
  live: v.boolean(),
  cells: v.array(v.string()),
  /** Where else it can be opened. */
  places: v.optional(v.array(v.picklist(sessionPlaces))),
});

const ranges = v.pipe(v.array(v.tuple([count, count])), v.maxLength(mostRanges), v.readonly());

const answer = v.object({
  type: v.literal('answer'),
  sequence: count,
  arrangement: count,
  /** Rows of the arrangement. */
  matched: count,
  /** How many that is of how many, in words. */
  status: v.string(),
  /** Where the rows that were asked about stand now. */
  top: count,
  cursor: v.nullable(count),
  /** In another arrangement than the ask's: where the selected rows stand now; null if they are not several. */
  selected: v.nullable(ranges),
  /** How many rows were selected that no longer are, since they lie too far apart in this arrangement; null for none. */
  lost: v.nullable(count),
  /** The position of the first of `rows`. */
  from: count,
  /** The columns of the cells of each row. */
  columns: v.array(column),
  rows: v.array(row),
});

const ask = v.object({
  type: v.literal('ask'),
  sequence: count,
  question,
  /** The arrangement that the positions are of, if any. */
  arrangement: v.nullable(count),
  top: place,
  cursor: v.nullable(place),
  reach: v.pipe(count, v.maxValue(longestReach)),
});

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

/** Why the question of an ask is no query; `position` and `length` say which part is wrong. */
const refusal = v.object({
  type: v.literal('refusal'),
  sequence: count,
  position: count,
  length: count,
  message: v.string(),
});

/** One way in which a query can go on; `text` is what it becomes. */
const suggestion = v.object({ label: v.string(), description: v.string(), text: v.string() });

/** What a person chose from the menu of a column. */
const columnAction = v.object({
  type: v.literal('column'),
  action: v.picklist(['sortAscending', 'sortDescending', 'addToSort', 'hide', 'moveLeft', 'moveRight']),
  column,
});

/** How the text that was sent can go on. */
const suggestions = v.object({ type: v.literal('suggestions'), text: v.string(), items: v.array(suggestion) });

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

export type Column = v.InferOutput<typeof column>;
export type TableColumn = Readonly<v.InferOutput<typeof tableColumn>>;
export type ColumnAction = Readonly<v.InferOutput<typeof columnAction>>;
export type Sort = Readonly<v.InferOutput<typeof sort>>;
export type TableQuery = Readonly<v.InferOutput<typeof question>>;
export type SelectedRanges = Pick<Readonly<v.InferOutput<typeof selected>>, 'arrangement' | 'ranges' | 'keepsHidden'>;
export type CursorRow = Extract<FromTablePage, { readonly type: 'cursor' }>['row'];
export type RowPosition = Readonly<v.InferOutput<typeof place>>;
export type Scope = Readonly<v.InferOutput<typeof scope>>;
export type TableTarget = Readonly<v.InferOutput<typeof target>>;
export type TableButton = Readonly<v.InferOutput<typeof button>>;
export type TableWords = Readonly<v.InferOutput<typeof words>>;
export type TableView = Readonly<v.InferOutput<typeof tableView>>;
export type TableRow = Readonly<v.InferOutput<typeof row>>;
export type TableAnswer = Readonly<v.InferOutput<typeof answer>>;
export type Suggestion = Readonly<v.InferOutput<typeof suggestion>>;
export type Refusal = Readonly<v.InferOutput<typeof refusal>>;
export type Ask = Readonly<v.InferOutput<typeof ask>>;
export type ToTablePage = Readonly<v.InferOutput<typeof toPage>>;
export type FromTablePage = Readonly<v.InferOutput<typeof toHost>>;
export type KeptTable = Readonly<v.InferOutput<typeof kept>>;

/** What the host posted, or undefined when it is not of this contract. */
export function readMessageToTable(data: unknown): ToTablePage | undefined {
  return read(toPage, data);
}

/** What the page posted, or undefined when it is not of this contract. */
export function readMessageFromTable(data: unknown): FromTablePage | undefined {
  return read(toHost, data);
}

/** What VS Code kept of a page, or undefined when it is not of this contract. */
export function readKeptTable(data: unknown): KeptTable | undefined {
  return read(kept, data);
}

function read<Schema extends v.GenericSchema>(schema: Schema, data: unknown): v.InferOutput<Schema> | undefined {
  const result = v.safeParse(schema, data);
  return result.success ? result.output : undefined;
}

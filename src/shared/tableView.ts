import * as v from 'valibot';
import { failureActions } from './failureAction.ts';
import { column, count } from './tableColumn.ts';

/** One group of the tree, by the way to it: the sessions that have each of these values in its field. */
const scope = v.pipe(v.array(v.object({ field: column, value: v.string() })), v.readonly());
export const target = v.object({ connection: v.string(), scope: v.nullable(scope) });

export const action = v.picklist([...failureActions, 'refresh', 'cancel', 'showAll', 'showPartial', 'clearFilter']);
const button = v.object({ action, label: v.string() });

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

export const tableView = v.object({
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

export type Scope = Readonly<v.InferOutput<typeof scope>>;
export type TableTarget = Readonly<v.InferOutput<typeof target>>;
export type TableButton = Readonly<v.InferOutput<typeof button>>;
export type TableWords = Readonly<v.InferOutput<typeof words>>;
export type TableView = Readonly<v.InferOutput<typeof tableView>>;

import * as v from 'valibot';

export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31));
export const text = v.pipe(v.string(), v.maxLength(1000));
/** The name of a field. Which ones the table has, the host says. */
export const column = v.pipe(v.string(), v.maxLength(1000));

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
  /** Whether the list can be filtered by values of it that are picked. */
  hasValues: v.boolean(),
  /** Whether its cells are texts, by which a row filters the list. */
  isText: v.boolean(),
});
export const tableColumns = v.pipe(v.array(tableColumn), v.minLength(1), v.readonly());

/** What a person chose from the menu of a column. */
export const columnAction = v.object({
  type: v.literal('column'),
  action: v.picklist(['sortAscending', 'sortDescending', 'addToSort', 'hide', 'moveLeft', 'moveRight']),
  column,
});

export type Column = v.InferOutput<typeof column>;
export type TableColumn = Readonly<v.InferOutput<typeof tableColumn>>;
export type ColumnAction = Readonly<v.InferOutput<typeof columnAction>>;

import type { GroupStep } from '../../core/sessions/index/filteredList.ts';
import type { Rows } from '../../core/sessions/index/sessionIndex.ts';
import type { ShownRows } from './arranger.ts';
import type { Responder } from './responder.ts';

/** The rows of a table as it shows them, and how they came to be these. */
export interface TableRows extends ShownRows {
  /** The id of the connection. */
  readonly connection: string;
  /** The group that alone is shown; `[]` for the whole list. */
  readonly path: readonly GroupStep[] | undefined;
  /** Those that are selected, if there are several. */
  readonly selected: Rows | undefined;
}

/** The rows that were answered last; undefined while they are on their way. */
export function tableRowsOf(
  connection: string,
  { arranger, selected }: Pick<Responder, 'arranger' | 'selected'>,
): TableRows | undefined {
  const { shown, path } = arranger;
  return shown && { ...shown, connection, path, selected: selected.areSeveral ? selected.rows : undefined };
}

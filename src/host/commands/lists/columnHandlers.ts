import { isTableField } from '../../../core/sessions/index/tableField.ts';
import { filterByValues } from '../../filter/addFilter.ts';
import { chooseColumns } from '../../table/chooseColumns.ts';
import type { CommandContext } from '../commandContext.ts';
import { connectionMeant } from '../connections/connectionMeant.ts';
import { narrowByRows } from '../filters/narrowByRows.ts';
import { columnMeant } from './columnMeant.ts';

type Command = (target?: unknown) => unknown;

/** The commands about the columns of the table that is the active editor. */
export function columnHandlers(context: CommandContext) {
  const { connections, filters, layouts, tables } = context;
  const acting =
    (action: Parameters<typeof tables.actOnColumn>[0]): Command =>
    (target) => {
      const column = columnMeant(target);
      if (column !== undefined) {
        tables.actOnColumn(action, column);
      }
    };
  return {
    sortColumnAscending: acting('sortAscending'),
    sortColumnDescending: acting('sortDescending'),
    addColumnToSort: acting('addToSort'),
    hideColumn: acting('hide'),
    moveColumnLeft: acting('moveLeft'),
    moveColumnRight: acting('moveRight'),
    filterColumn: async (target) => {
      const field = columnMeant(target);
      const connection = tables.activeConnection;
      if (field !== undefined && isTableField(field) && connection !== undefined) {
        await filterByValues(filters, connection, field);
      }
    },
    filterByIt: (target) => narrowByRows(context, target, columnMeant(target) ?? '', true),
    chooseColumns: async (target) =>
      chooseColumns(layouts, tables.activeConnection ?? (await connectionMeant(connections, target))),
  } satisfies Readonly<Record<string, Command>>;
}

import { inSlices } from '../../core/async/work.ts';
import { termOfGroup } from '../../core/output/export/exactQuery.ts';
import { parseQuery } from '../../core/sessions/query/parseQuery.ts';
import type { Query } from '../../core/sessions/query/query.ts';
import type { CommandContext } from '../commands/commandContext.ts';
import type { TableRows } from '../table/tableRows.ts';
import { loadedList, termsOfIds, type MeantRows } from './meantRows.ts';

/** The rows of a table as it shows them, and those of them that are selected, if there are several. */
export interface MeantOfTable {
  readonly all: MeantRows;
  readonly selected: MeantRows | undefined;
}

/** What can be meant in a table. Throws `unknownConnection` where its connection is gone. */
export async function rowsOfTable({ connections, filters }: CommandContext, table: TableRows): Promise<MeantOfTable> {
  const { list: shown, rows, question, selected, path } = table;
  const connection = connections.get(table.connection);
  const { index } = shown;
  const list = loadedList(connection, index);
  const clock = question.text.trim() === '' ? (shown.clock ?? table.clock) : table.clock;
  const { unknownNames } = await inSlices(index.queryRows());
  const asked = parseQuery(question.text, { unknownNames, clock });
  const groups = path?.map(termOfGroup);
  const isTold = groups?.every((term): term is Query => term !== undefined) === true;
  const terms = isTold ? [...(shown.filter === undefined ? [] : [shown.filter]), ...groups, asked] : undefined;
  const all = {
    ...{ connection, list, rows, terms, clock },
    query: together(shown.filter === undefined ? '' : filters.textOf(connection), question.text.trim()),
  };
  return {
    all,
    selected: selected && { ...all, rows: selected, terms: termsOfIds(index, selected) },
  };
}

/** The filter and the search of a table, both of which hold for its rows. */
function together(filter: string, search: string): string {
  return filter === '' || search === '' ? filter + search : `(${filter}) (${search})`;
}

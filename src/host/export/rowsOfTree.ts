import { l10n, window } from 'vscode';
import { inSlices } from '../../core/async/work.ts';
import type { Connection } from '../../core/connections/connection.ts';
import { termOfGroup } from '../../core/output/export/exactQuery.ts';
import type { FilteredList } from '../../core/sessions/index/filteredList.ts';
import type { Rows } from '../../core/sessions/index/sessionIndex.ts';
import { rowsInTree } from '../../core/sessions/index/treeOrder.ts';
import type { Query } from '../../core/sessions/query/query.ts';
import type { CommandContext } from '../commands/commandContext.ts';
import { connectionMeant } from '../commands/connections/connectionMeant.ts';
import { Dismissed } from '../prompts/pick.ts';
import { isNode, type BelowConnection, type GroupNode } from '../tree/treeNode.ts';
import { loadedList, termsOfIds, type MeantRows } from './meantRows.ts';

/**
 * The rows of the tree that a command was given, as the tree shows them: those of a group, of all that is selected, or of
 * a connection under its filter, whose list is loaded where it is not. Rejects with `Dismissed` once it has said why
 * there are none.
 */
export async function rowsOfTree(
  { connections, filters }: CommandContext,
  target: unknown,
  selection: unknown,
): Promise<MeantRows> {
  const connection = await connectionMeant(connections, target);
  const nodes = nodesGiven(target, selection);
  if (nodes.some((node) => node.connection !== connection)) {
    void window.showInformationMessage(l10n.t('Select rows of one connection: a file is about one server.'));
    throw new Dismissed();
  }
  await connection.store.load();
  const { shown } = connection.view;
  if (shown === undefined) {
    throw new Dismissed();
  }
  return {
    ...{ connection, list: loadedList(connection, shown.index), clock: shown.clock ?? connection.clock() },
    query: shown.filter === undefined ? '' : filters.textOf(connection),
    ...(await partOf(connection, shown, nodes)),
  };
}

function nodesGiven(target: unknown, selection: unknown): readonly BelowConnection[] {
  const nodes: readonly unknown[] = Array.isArray(selection) && selection.includes(target) ? selection : [target];
  return nodes.filter(isNode);
}

async function partOf(
  { view: { grouping, order } }: Connection,
  list: FilteredList,
  nodes: readonly BelowConnection[],
): Promise<Pick<MeantRows, 'rows' | 'terms'>> {
  const filter = list.filter === undefined ? [] : [list.filter];
  const [only, ...others] = nodes;
  if (only?.kind === 'group' && others.length === 0) {
    const rows = await inSlices(
      rowsInTree(list.index, await inSlices(list.gatheringRows(only.path)), only.below, order),
    );
    const terms = termsOfGroup(only);
    return { rows, terms: terms && [...filter, ...terms] };
  }
  const all = await inSlices(rowsInTree(list.index, list.rows, grouping, order));
  if (nodes.every((node) => node.kind !== 'group' && node.kind !== 'session')) {
    return { rows: all, terms: filter };
  }
  const rows = await inSlices(list.index.kept(all, await marksOf(list, nodes)));
  return { rows, terms: termsOfIds(list.index, rows) };
}

/** Marks the rows that any of the nodes stands for. */
async function marksOf(list: FilteredList, nodes: readonly BelowConnection[]): Promise<Uint8Array> {
  const marks = new Uint8Array(list.index.end);
  const mark = (rows: Rows | readonly number[]) => rows.forEach((row) => (marks[row] = 1));
  for (const node of nodes) {
    if (node.kind === 'group') {
      mark(await inSlices(list.gatheringRows(node.path)));
    } else if (node.kind === 'session') {
      const row = list.index.rowOfId(node.session.id);
      mark(row === undefined ? [] : [row]);
    }
  }
  return marks;
}

function termsOfGroup({ path }: GroupNode): readonly Query[] | undefined {
  const terms = path.map(termOfGroup);
  return terms.every((term): term is Query => term !== undefined) ? terms : undefined;
}

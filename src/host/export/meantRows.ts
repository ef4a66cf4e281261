import { l10n, window } from 'vscode';
import { inSlices } from '../../core/async/work.ts';
import type { Connection } from '../../core/connections/connection.ts';
import type { LoadedList } from '../../core/connections/sessionStore.ts';
import { exactQuery } from '../../core/output/export/exactQuery.ts';
import type { Rows, SessionIndex } from '../../core/sessions/index/sessionIndex.ts';
import type { Query } from '../../core/sessions/query/query.ts';
import type { ServerClock } from '../../core/sessions/query/serverClock.ts';
import { Dismissed } from '../prompts/pick.ts';
import type { RowsToExport } from './exportJob.ts';

/** Rows that a person means, in the order in which they see them. */
export interface MeantRows {
  readonly connection: Connection;
  readonly list: LoadedList;
  readonly rows: Rows;
  /** All of what should hold for these rows alone; undefined where no query can say that. */
  readonly terms: readonly Query[] | undefined;
  /** What was typed to get them. */
  readonly query: string;
  /** By which that was evaluated. */
  readonly clock: ServerClock;
}

/** A query asks for so many sessions by their ids at most. */
const mostIds = 1000;

/** What holds for these rows alone, by their ids; undefined where they are too many to be named. */
export function termsOfIds(index: SessionIndex, rows: Rows): readonly Query[] | undefined {
  if (rows.length === 0 || rows.length > mostIds) {
    return undefined;
  }
  const ids = Array.from(rows, (row) => BigInt(index.idOf(row)));
  return [{ kind: 'id', values: ids.map((value) => ({ operator: 'is', value })) }];
}

/** The facts of the list that is shown. Says so and rejects with `Dismissed` where it has just been replaced. */
export function loadedList({ store }: Connection, index: SessionIndex): LoadedList {
  const { list } = store;
  if (list?.index !== index) {
    void window.showInformationMessage(l10n.t('The list is still on its way: try again once it is loaded.'));
    throw new Dismissed();
  }
  return list;
}

/** The same rows with what their manifest tells. */
export async function toExport({ terms, clock, ...meant }: MeantRows): Promise<RowsToExport> {
  const { list, rows } = meant;
  const exact = terms === undefined ? null : await inSlices(exactQuery(list.index, rows, terms, clock));
  return { ...meant, queryAbsolute: exact, evaluatedAt: clock.instant };
}

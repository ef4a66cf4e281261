import { InvalidQuery } from '../../core/sessions/query/invalidQuery.ts';
import type { FilteredList } from '../../core/sessions/index/filteredList.ts';
import type { Connection } from '../../core/connections/connection.ts';
import type { TableField } from '../../core/sessions/index/tableField.ts';
import type { SelectedRanges, ToTablePage } from '../../shared/table.ts';
import type { Ask } from '../../shared/tableAsk.ts';
import type { Scope } from '../../shared/tableView.ts';
import { queryProblemText } from '../failures/invalidQueryWords.ts';
import { placesOf } from '../sessionPlaces.ts';
import { Arranger } from './arranger.ts';
import { SelectedRows } from './selectedRows.ts';
import { suggesting } from './suggesting.ts';
import { unlessStopped } from './unlessStopped.ts';
import { statusText, tableRow } from './viewOf.ts';

/** Answers what a page asks about its list. A newer question makes the one before it pointless, and ends its work. */
export class Responder {
  readonly arranger: Arranger;
  readonly selected = new SelectedRows();
  readonly #post: (message: ToTablePage) => void;
  readonly #columns: () => readonly TableField[];
  #answering: AbortController | undefined;
  #suggesting = new AbortController();

  /** `columns` are those whose cells are answered. */
  constructor(scope: Scope | null, columns: () => readonly TableField[], post: (message: ToTablePage) => void) {
    this.#columns = columns;
    this.arranger = new Arranger(scope);
    this.#post = post;
  }

  /** Whether rows are on their way to the page. */
  get isAnswering(): boolean {
    return this.#answering !== undefined;
  }

  /** Resolves to whether rows were posted: not where the question is no query, or another one has taken its place. */
  async answer(list: FilteredList, ask: Ask, connection: Pick<Connection, 'clock' | 'settings'>): Promise<boolean> {
    this.giveUp();
    const answering = new AbortController();
    this.#answering = answering;
    const message = await this.#messageFor(list, ask, connection, answering.signal);
    if (message === undefined || this.#answering !== answering) {
      return false;
    }
    this.#answering = undefined;
    this.#post(message);
    return message.type === 'answer';
  }

  /** Posts how a query can go on. */
  async suggest(list: FilteredList, text: string): Promise<void> {
    this.#suggesting.abort();
    const { signal } = (this.#suggesting = new AbortController());
    const items = await unlessStopped(suggesting(list.index, text), signal);
    if (items !== undefined && !signal.aborted) {
      this.#post({ type: 'suggestions', text, items: [...items] });
    }
  }

  /** There is another list: answers about the one before are not wanted any more, and what is selected moves to it. */
  follow(list: FilteredList | undefined): void {
    this.giveUp();
    this.arranger.keepOnly(list);
    this.selected.follow(list?.index);
  }

  /** Ends the work under way, which is about rows that are not wanted any more and keeps them in memory. */
  giveUp(): void {
    this.#answering?.abort();
    this.#answering = undefined;
  }

  async #messageFor(
    list: FilteredList,
    ask: Ask,
    connection: Pick<Connection, 'clock' | 'settings'>,
    signal: AbortSignal,
  ): Promise<ToTablePage | undefined> {
    const { sequence } = ask;
    try {
      const arranged = await unlessStopped(this.arranger.answering(list, ask, connection.clock()), signal);
      if (arranged === undefined) {
        return undefined;
      }
      const isOther = arranged.arrangement !== ask.arrangement;
      const selected = isOther ? await this.#selectedIn(arranged.arrangement, signal) : null;
      if (selected === undefined) {
        return undefined;
      }
      const { matched, total, sessions, ...places } = arranged;
      const columns = this.#columns();
      const rows = sessions.map((each) => tableRow(each, columns, placesOf(connection.settings, each)));
      const lost = this.selected.takeLost();
      const status = statusText(matched, total);
      return { type: 'answer', sequence, matched, status, selected, lost, columns: [...columns], rows, ...places };
    } catch (error) {
      if (!(error instanceof InvalidQuery)) {
        throw error;
      }
      const { position, length, problem } = error;
      return { type: 'refusal', sequence, position, length, message: queryProblemText(problem) };
    }
  }

  /** Where the selected rows are in an arrangement; undefined if a newer question ended that. */
  async #selectedIn(arrangement: number, signal: AbortSignal): Promise<SelectedRanges['ranges'] | null | undefined> {
    await this.selected.moved();
    const shown = this.arranger.rowsOf(arrangement);
    return shown && unlessStopped(this.selected.placing(shown.list.index, shown.rows), signal);
  }
}

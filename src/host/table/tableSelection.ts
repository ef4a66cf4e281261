import { inSlices } from '../../core/async/work.ts';
import type { GroupField } from '../../core/sessions/index/groupField.ts';
import type { TableField } from '../../core/sessions/index/tableField.ts';
import type { Session } from '../../core/sessions/session.ts';
import type { KnownSession } from '../note/noteEntryOf.ts';
import { copiedText, type Copied } from './copied.ts';
import { headText } from './rowText.ts';
import type { SelectedRows } from './selectedRows.ts';
import type { TableActions } from './tableActions.ts';

export interface TableSelectionOptions {
  /** The id of the connection. */
  readonly connection: string;
  readonly rows: SelectedRows;
  /** The fields of the columns, from left to right. */
  readonly fields: () => readonly TableField[];
  readonly copyRows: TableActions['copyRows'];
}

/** The sessions of the rows that are selected in a table. */
export class TableSelection {
  readonly #options: TableSelectionOptions;

  constructor(options: TableSelectionOptions) {
    this.#options = options;
  }

  /** Whether several rows are selected. */
  get areSeveral(): boolean {
    return this.#options.rows.areSeveral;
  }

  /** How many rows are selected. */
  get count(): number {
    return this.#options.rows.count;
  }

  /** As `SelectedRows.values`. */
  values(field: GroupField, most: number): Promise<readonly string[] | undefined> {
    return inSlices(this.#options.rows.values(field, most));
  }

  /** The sessions of all rows that are selected; undefined where the rows have changed since. */
  sessions(): Promise<readonly KnownSession[] | undefined> {
    const { connection, rows } = this.#options;
    const known = (session: Session) => ({ reference: { connection, id: session.id }, session });
    return inSlices(rows.reading(known));
  }

  /** Copies something of all rows that are selected. */
  async copy(what: Copied): Promise<void> {
    const { rows, copyRows } = this.#options;
    const fields = this.#options.fields();
    const texts = await inSlices(rows.reading((row) => copiedText(what, row, fields)));
    copyRows(what, texts, what === 'rowWithHeaders' ? headText(fields) : undefined);
  }
}

import type { TableLayouts } from '../../core/connections/tableLayouts.ts';
import { isTableField, type TableField } from '../../core/sessions/index/tableField.ts';
import type { FromTablePage, ToTablePage } from '../../shared/table.ts';
import { tableColumns } from './tableColumns.ts';

/** The columns of one page, which are those of every table of its connection. */
export class PageColumns {
  readonly #connection: string;
  readonly #layouts: TableLayouts;
  readonly #post: (message: ToTablePage) => void;
  readonly #subscription: { dispose(): void };
  /** Whether the page itself is what changes them. */
  #isTaking = false;

  constructor(connection: string, layouts: TableLayouts, post: (message: ToTablePage) => void) {
    this.#connection = connection;
    this.#layouts = layouts;
    this.#post = post;
    this.#subscription = layouts.onDidChange((changed) => {
      if (changed === connection && !this.#isTaking) {
        this.show();
      }
    });
  }

  get fields(): readonly TableField[] {
    return this.#layouts.of(this.#connection).map(({ field }) => field);
  }

  /** Tells the page which there are. */
  show(): void {
    this.#post({ type: 'columns', columns: tableColumns(this.#layouts.of(this.#connection)) });
  }

  /** A person changed them in the page. */
  take({ columns }: Extract<FromTablePage, { readonly type: 'columns' }>): void {
    const layout = columns.flatMap(({ name, width }) =>
      isTableField(name) ? [{ field: name, ...(width === null ? {} : { width }) }] : [],
    );
    this.#isTaking = true;
    void this.#layouts.set(this.#connection, layout);
    this.#isTaking = false;
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}

import { commands, l10n, QuickPickItemKind, ThemeIcon, window, workspace } from 'vscode';
import type { QuickInputButton, QuickPick, QuickPickItem } from 'vscode';
import type { Connection } from '../../core/connections/connection.ts';
import type { Connections } from '../../core/connections/connections.ts';
import type { Filters } from '../../core/connections/filters.ts';
import type { SessionIndex } from '../../core/sessions/index/sessionIndex.ts';
import { completing, findingRows } from '../../core/sessions/listQuestions.ts';
import { completions } from '../../core/sessions/query/completions.ts';
import { InvalidQuery } from '../../core/sessions/query/invalidQuery.ts';
import { savedFilters } from '../../core/sessions/filters/savedFilters.ts';
import { labelText } from '../../core/text/visibleText.ts';
import { inGivenOrder } from '../prompts/inGivenOrder.ts';
import { ShownItems } from '../prompts/shownItems.ts';
import { changesSavedFilters, savedFilterSetting } from '../settings.ts';
import { unlessStopped } from '../table/unlessStopped.ts';
import { filterItems, type FilterItem, type Outcome } from './filterItems.ts';
import type { RecentFilters } from './recentFilters.ts';
import { removeSavedFilter } from './saveFilter.ts';
import { hasLocalNames } from '../wordsLanguage.ts';

type Item = QuickPickItem & { readonly item: FilterItem };

/** The tree follows what is typed this many milliseconds after the last key. */
const pause = 300;

/** Asks for the filter of a connection while its list follows; leaving it in any way brings back what was. */
export class FilterBox {
  readonly #connections: Connections;
  readonly #connection: Connection;
  readonly #filters: Filters;
  readonly #recent: RecentFilters;
  readonly #pick: QuickPick<Item>;
  readonly #items: ShownItems<Item>;
  readonly #save: QuickInputButton = { iconPath: new ThemeIcon('save'), tooltip: l10n.t('Save Filter…') };
  #working = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isApplied = false;

  constructor(connections: Connections, connection: Connection, filters: Filters, recent: RecentFilters) {
    this.#connections = connections;
    this.#connection = connection;
    this.#filters = filters;
    this.#recent = recent;
    const pick = inGivenOrder(window.createQuickPick<Item>());
    pick.title = l10n.t('Filter: {0}', labelText(connection.settings.name));
    pick.placeholder = l10n.t('A query such as user:admin is:live; nothing shows all sessions');
    pick.buttons = [this.#save];
    pick.value = filters.textOf(connection);
    this.#pick = pick;
    this.#items = new ShownItems(pick, ({ item }) => keyOf(item));
  }

  /** Resolves once the box is closed, and the filter applied or as it was. */
  async ask(): Promise<void> {
    const pick = this.#pick;
    const hidden = new Promise<void>((resolve) => void pick.onDidHide(() => resolve()));
    pick.onDidChangeValue(() => void this.#again());
    pick.onDidAccept(() => this.#accept(pick.selectedItems[0]?.item));
    pick.onDidTriggerButton(() => this.#applyAnd('saveFilter'));
    pick.onDidTriggerItemButton(({ item: { item } }) => void this.#forget(item));
    // A filter that was saved just before may reach the settings only now.
    const settings = workspace.onDidChangeConfiguration((event) => {
      if (changesSavedFilters(event)) {
        void this.#again();
      }
    });
    let { index } = this.#connection.store;
    // What is typed is asked of a list that comes meanwhile, too.
    const lists = this.#connections.onDidChangeList((changed) => {
      if (changed === this.#connection && changed.store.index !== index) {
        ({ index } = changed.store);
        void this.#again();
      }
    });
    pick.show();
    void this.#again();
    await hidden;
    settings.dispose();
    lists.dispose();
    this.#end();
    pick.dispose();
    if (!this.#isApplied) {
      await this.#filters.restore(this.#connection);
    }
  }

  #accept(item: FilterItem | undefined): void {
    switch (item?.kind) {
      case 'apply':
        this.#applyAnd(undefined);
        break;
      case 'rewrite':
        this.#pick.value = item.text;
        void this.#again();
        break;
      case 'addFilter':
        this.#pick.hide();
        void commands.executeCommand('pamSessions.addFilter', this.#connection);
        break;
      default:
    }
  }

  /** Applies what is typed, if it is a query, and goes on with another command. */
  #applyAnd(command: 'saveFilter' | undefined): void {
    const text = this.#pick.value;
    const applied = this.#filters.apply(this.#connection, text).then(async () => {
      this.#isApplied = true;
      this.#pick.hide();
      await this.#recent.remember(text);
      if (command !== undefined) {
        await commands.executeCommand(`pamSessions.${command}`, this.#connection);
      }
    });
    // What is wrong with it stands in the first row.
    applied.catch(() => undefined);
  }

  async #forget(item: FilterItem): Promise<void> {
    if (item.kind === 'rewrite' && item.savedAs !== undefined) {
      await removeSavedFilter(item.savedAs);
      await this.#again();
    }
  }

  async #again(): Promise<void> {
    this.#end();
    const { signal } = (this.#working = new AbortController());
    const text = this.#pick.value;
    this.#pick.busy = true;
    const items = await this.#itemsOf(text, signal);
    if (items !== undefined && !signal.aborted) {
      this.#pick.busy = false;
      this.#items.show(items.map(pickItem));
      this.#timer = setTimeout(() => void this.#preview(text), pause);
    }
  }

  async #itemsOf(text: string, signal: AbortSignal): Promise<readonly FilterItem[] | undefined> {
    const { index } = this.#connection.store;
    const outcome = await this.#outcomeOf(index, text, signal);
    const offered =
      index === undefined
        ? completions(text, { isLocal: hasLocalNames(), unknownNames: undefined, values: () => [] })
        : await unlessStopped(completing(index, text, hasLocalNames()), signal);
    const choices = { saved: savedFilters(savedFilterSetting.read()), recent: this.#recent.all };
    return outcome === undefined || offered === undefined ? undefined : filterItems(text, outcome, offered, choices);
  }

  async #outcomeOf(index: SessionIndex | undefined, text: string, signal: AbortSignal): Promise<Outcome | undefined> {
    const clock = this.#connection.clock();
    try {
      if (index === undefined) {
        await this.#filters.parse(this.#connection, text);
        return { kind: 'noList' };
      }
      const rows = await unlessStopped(findingRows(index, text, clock), signal);
      return rows && { kind: 'matches', matched: rows.length, total: index.size };
    } catch (error) {
      if (error instanceof InvalidQuery) {
        return { kind: 'problem', problem: error };
      }
      throw error;
    }
  }

  /** What is no query leaves what is shown as it is. */
  async #preview(text: string): Promise<void> {
    const query = await this.#filters.parse(this.#connection, text).catch(() => undefined);
    if (query !== undefined && !this.#isApplied && this.#pick.value === text) {
      await this.#filters.preview(this.#connection, query);
    }
  }

  #end(): void {
    this.#working.abort();
    clearTimeout(this.#timer);
  }
}

/** What a row stands for: the counts beside it change. */
function keyOf(item: FilterItem): string {
  return item.kind === 'rewrite' ? `rewrite ${item.text}` : item.kind === 'separator' ? item.label : item.kind;
}

function pickItem(item: FilterItem): Item {
  if (item.kind === 'separator') {
    return { item, label: item.label, kind: QuickPickItemKind.Separator };
  }
  const remove = { iconPath: new ThemeIcon('trash'), tooltip: l10n.t('Remove Saved Filter') };
  return {
    item,
    label: item.label,
    description: item.description,
    iconPath: new ThemeIcon(item.icon),
    alwaysShow: true,
    ...(item.kind === 'rewrite' && item.savedAs !== undefined ? { buttons: [remove] } : {}),
  };
}

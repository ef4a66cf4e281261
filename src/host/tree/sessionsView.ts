import { commands, l10n, window, type TreeView } from 'vscode';
import { Connection } from '../../core/connections/connection.ts';
import type { Connections } from '../../core/connections/connections.ts';
import type { Filters } from '../../core/connections/filters.ts';
import { distinctName } from '../connections/distinctName.ts';
import { queryProblemText } from '../failures/invalidQueryWords.ts';
import { filterText } from '../filter/filterText.ts';
import { groupingText } from '../grouping/groupingText.ts';
import { progressText } from '../progressText.ts';
import type { MoreNode, TreeNode } from './treeNode.ts';
import { describeOnlyConnection } from './describeOnlyConnection.ts';
import { NoteDragging } from './noteDragging.ts';
import { SessionsProvider } from './sessionsProvider.ts';
import { Reveals } from './reveals.ts';

export const viewId = 'pamSessions.sessions';
/** Milliseconds between two changes of the message, so that it can be read. */
const messageMilliseconds = 1000;
/** A second click comes sooner than this. */
const secondClickMilliseconds = 1000;

/** The tree in the Activity Bar: keeps what it shows in step with the lists. */
export class SessionsView {
  readonly provider: SessionsProvider;
  readonly reveals: Reveals;
  readonly #connections: Connections;
  readonly #filters: Filters;
  readonly #tree: TreeView<TreeNode>;
  readonly #subscriptions: readonly { dispose(): void }[];
  /** What the tree shows of each connection now. */
  #shown = new Map<Connection, readonly unknown[]>();
  #selectedAt = 0;
  /** The row that took the place of "Load more…" last, and when, in milliseconds of `performance.now()`. */
  #grown = { id: '', at: 0 };
  #messageAt = 0;
  #endProgress: (() => void) | undefined;

  constructor(connections: Connections, filters: Filters) {
    this.#connections = connections;
    this.#filters = filters;
    this.provider = new SessionsProvider(connections);
    this.#tree = window.createTreeView(viewId, {
      treeDataProvider: this.provider,
      canSelectMany: true,
      dragAndDropController: new NoteDragging(connections),
      showCollapseAll: true,
    });
    this.reveals = new Reveals(
      () => commands.executeCommand(`${viewId}.focus`, { preserveFocus: true }),
      this.#tree,
      this.provider,
    );
    this.#subscriptions = [
      connections.onDidChange(() => this.#follow()),
      connections.onDidChangeList((connection) => this.#update(connection)),
      this.#tree.onDidChangeSelection(() => (this.#selectedAt = performance.now())),
    ];
    this.#follow();
  }

  /** What is selected in the tree, whether that can be seen, and since when, in milliseconds of `performance.now()`. */
  get selected(): { readonly nodes: readonly TreeNode[]; readonly visible: boolean; readonly since: number } {
    return { nodes: this.#tree.selection, visible: this.#tree.visible, since: this.#selectedAt };
  }

  /** Shows the next batch of rows, and puts the focus on the first of them: a person reads on where they were. */
  async showMore(node: MoreNode): Promise<void> {
    const first = this.provider.showMore(node);
    if (first !== undefined) {
      this.#grown = { id: first.id, at: performance.now() };
      await this.reveals.select(first);
    }
  }

  /** Whether a click on this row is the second one on "Load more…", whose place it has taken. */
  isSecondClick({ id }: TreeNode): boolean {
    return id === this.#grown.id && performance.now() - this.#grown.at < secondClickMilliseconds;
  }

  /** What a key means by "this": the selection if the focused row is in it, else the focused row alone. */
  async focusedNodes(): Promise<readonly TreeNode[]> {
    const focused = await this.#focused();
    const { selection } = this.#tree;
    const isSelected = focused === undefined || selection.some((node) => node.id === focused.id);
    return isSelected ? selection : [focused];
  }

  /** VS Code tells extensions of the selection only, so the focused row is put into it or taken out, and back. */
  async #focused(): Promise<TreeNode | undefined> {
    const before = this.#tree.selection;
    await commands.executeCommand('list.toggleSelection');
    const after = this.#tree.selection;
    await commands.executeCommand('list.toggleSelection');
    const [focused] = [...before, ...after].filter((node) => !before.includes(node) || !after.includes(node));
    return focused;
  }

  dispose(): void {
    this.#subscriptions.forEach((subscription) => subscription.dispose());
    this.#endProgress?.();
    this.#tree.dispose();
  }

  #follow(): void {
    this.#shown = new Map(this.#connections.all.map((connection) => [connection, shownOf(connection)]));
    this.#tree.description = this.#onlyOne;
    this.provider.refresh();
    this.#showProgress();
  }

  /** Undefined where there is no other. */
  #nameOf({ settings }: Connection): string | undefined {
    return this.#connections.entries.length > 1 ? distinctName(this.#connections, settings) : undefined;
  }

  /** A connection that is alone has no row that could say which it is and how it is signed in. */
  get #onlyOne(): string {
    const [only, ...others] = this.#connections.entries;
    return others.length === 0 && only instanceof Connection ? describeOnlyConnection(only) : '';
  }

  /** What is wrong with the filter of any connection. */
  get #problems(): readonly string[] {
    return this.#connections.all.map((connection) => {
      const problem = this.#filters.problemOf(connection);
      return problem === undefined
        ? ''
        : l10n.t('The filter does not fit the list: {0}', queryProblemText(problem.problem));
    });
  }

  /** The connection that is alone, what its filter leaves, and how it is grouped. VS Code shows line breaks as blanks. */
  get #aboutOnly(): string {
    const [only] = this.#connections.all;
    const about = this.#onlyOne === '' || only === undefined ? [] : [filterText(only), groupingText(only)];
    return [this.#onlyOne, ...about].filter((part) => part !== '').join(' · ');
  }

  #update(connection: Connection): void {
    const shown = shownOf(connection);
    const before = this.#shown.get(connection);
    // One whose entry is to be mended has no rows here.
    if (before !== undefined && shown.some((part, at) => part !== before[at])) {
      this.#shown.set(connection, shown);
      this.provider.refresh();
    }
    this.#showProgress();
  }

  #showProgress(): void {
    const loading = this.#connections.all.filter((connection) => connection.store.state.kind === 'loading');
    if (loading.length === 0) {
      // Where the view has no header of its own, VS Code shows no description.
      this.#tree.message = lines(this.#aboutOnly, ...this.#problems);
      this.#messageAt = 0;
      this.#endProgress?.();
      this.#endProgress = undefined;
      return;
    }
    if (this.#endProgress === undefined) {
      void window.withProgress({ location: { viewId } }, () => new Promise<void>((end) => (this.#endProgress = end)));
    }
    if (Date.now() - this.#messageAt >= messageMilliseconds) {
      this.#messageAt = Date.now();
      const messages = loading.map((connection) => messageOf(connection, this.#nameOf(connection)));
      this.#tree.message = lines(this.#aboutOnly, ...this.#problems, ...messages);
    }
  }
}

function lines(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}

/** A refresh keeps the old list and changes only the message, whereas a first load shows what has come so far. */
function shownOf({ store, view }: Connection): readonly unknown[] {
  return [store.state.kind, view.shown, view.grouping, view.order];
}

function messageOf({ store: { state } }: Connection, name: string | undefined): string {
  const text = progressText(state.kind === 'loading' ? state.received : { sessions: 0, bytes: 0 });
  return name === undefined ? text : l10n.t('{0}: {1}', name, text);
}

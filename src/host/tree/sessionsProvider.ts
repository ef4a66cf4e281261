import { EventEmitter, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, l10n } from 'vscode';
import type { Event, TreeDataProvider } from 'vscode';
import type { Connection } from '../../core/connections/connection.ts';
import type { Connections } from '../../core/connections/connections.ts';
import { soughtTexts } from '../../core/sessions/query/soughtTexts.ts';
import type { Session } from '../../core/sessions/session.ts';
import { actionWords } from '../failures/actionWords.ts';
import { complaintSentences } from '../failures/complaintSentence.ts';
import { wordsOf } from '../failures/wordsOf.ts';
import { appendFields } from '../appendFields.ts';
import { appendPlainText } from '../appendPlainText.ts';
import { shownFields } from '../shownFields.ts';
import { highlightsIn } from './highlightsIn.ts';
import { describe } from './describe.ts';
import type { Description } from './description.ts';
import type { ConnectionNode, MoreNode, SessionNode, TreeNode } from './treeNode.ts';
import { TreeModel } from './treeModel.ts';

const states = {
  none: TreeItemCollapsibleState.None,
  collapsed: TreeItemCollapsibleState.Collapsed,
  expanded: TreeItemCollapsibleState.Expanded,
} as const satisfies Record<Description['state'], TreeItemCollapsibleState>;

/** Turns nodes into VS Code's tree items; a tooltip is made only when a person hovers over the item. */
export class SessionsProvider implements TreeDataProvider<TreeNode> {
  readonly onDidChangeTreeData: Event<TreeNode | undefined>;
  readonly #changed = new EventEmitter<TreeNode | undefined>();
  readonly #connections: Connections;
  readonly #nodes: TreeModel;

  constructor(connections: Connections) {
    this.#connections = connections;
    this.#nodes = new TreeModel(() => connections.entries);
    this.onDidChangeTreeData = this.#changed.event;
  }

  /** The lists or the connections changed. */
  refresh(): void {
    this.#changed.fire(undefined);
  }

  /** Shows the next batch; returns the first row of it. */
  showMore(node: MoreNode): TreeNode | undefined {
    const first = this.#nodes.showMore(node);
    this.#changed.fire(node.parent);
    return first;
  }

  /** Expands everything that is loaded of these connections. */
  expandAll(connections: readonly Connection[]): void {
    connections
      .filter(({ view }) => view.shown !== undefined)
      .forEach((connection) => this.#nodes.expansion.expand(connection));
    this.refresh();
  }

  /** Makes a session part of the tree; undefined when its list has no such id. */
  reveal(connection: Connection, id: string): SessionNode | undefined {
    const node = this.#nodes.reveal(connection, id);
    this.refresh();
    return node;
  }

  /** The row of a connection, if there is more than one. */
  connectionOf(connection: Connection): ConnectionNode | undefined {
    return this.#nodes.connectionOf(connection);
  }

  getChildren(node?: TreeNode): TreeNode[] {
    this.#loadWhatIsSeen(node);
    return [...(node === undefined ? this.#nodes.roots() : this.#nodes.children(node))];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  getTreeItem(node: TreeNode): TreeItem {
    const isLast = 'connection' in node && this.#connections.entries.at(-1) === node.connection;
    const { label, description, icon, color, state, tags, spoken } = describe(node, isLast);
    const highlights = highlightsOf(node, label);
    const shown = highlights.length === 0 ? label : { label, highlights };
    const item = new TreeItem(shown, states[this.#isExpanded(node) ? 'expanded' : state]);
    item.id = this.#identityOf(node);
    item.contextValue = tags.join(' ');
    if (description !== undefined) {
      item.description = description;
    }
    if (icon !== undefined) {
      item.iconPath = new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color));
    }
    if (spoken !== undefined) {
      item.accessibilityInformation = { label: spoken };
    }
    // The command cannot wait for `resolveTreeItem`, which runs on hover: a person may click first.
    const { command } = describe(node);
    if (command !== undefined) {
      item.command = { command: command.id, title: command.title, arguments: [node] };
    }
    return item;
  }

  resolveTreeItem(item: TreeItem, node: TreeNode): TreeItem {
    item.tooltip = tooltipOf(node);
    return item;
  }

  /** A list is fetched when a person first looks at its connection, never before. */
  #loadWhatIsSeen(node: TreeNode | undefined): void {
    const connection =
      node === undefined ? this.#onlyServer() : node.kind === 'connection' ? node.connection : undefined;
    if (connection?.signedIn === true && connection.store.state.kind === 'unloaded') {
      // The store's state tells how it ends.
      connection.store.load().catch(() => undefined);
    }
  }

  /** What was collapsed is expanded with all others only if VS Code takes it for another row. */
  #identityOf(node: TreeNode): string {
    const times = 'connection' in node ? this.#nodes.expansion.timesOf(node.connection) : 0;
    return times === 0 ? node.id : `${node.id} ${times}`;
  }

  #isExpanded(node: TreeNode): boolean {
    const { expansion } = this.#nodes;
    return node.kind === 'group'
      ? expansion.isExpanded(node.connection)
      : node.kind === 'connection' && expansion.timesOf(node.connection) > 0;
  }

  #onlyServer() {
    return this.#connections.entries.length === 1 ? this.#connections.all[0] : undefined;
  }
}

/** What the filter found in a row. */
function highlightsOf(node: TreeNode, label: string): [number, number][] {
  const filter = node.kind === 'session' || node.kind === 'group' ? node.connection.view.shown?.filter : undefined;
  return filter === undefined ? [] : highlightsIn(label, soughtTexts(filter));
}

function tooltipOf(node: TreeNode): MarkdownString | undefined {
  if (node.kind === 'session') {
    return sessionTooltip(node.session);
  }
  if (!('connection' in node)) {
    return appendPlainText(new MarkdownString(), complaintSentences(node.broken));
  }
  const { state } = node.connection.store;
  if (node.kind === 'failed' && state.kind === 'failed') {
    const { what, advice, actions } = wordsOf(state.failure);
    const { hint } = actionWords(actions[0] ?? 'retry');
    return appendPlainText(new MarkdownString(), `${what}\n${advice}\n${hint}`);
  }
  if (node.kind !== 'connection' && node.kind !== 'group' && node.kind !== 'more') {
    const { label, description = '' } = describe(node);
    return appendPlainText(new MarkdownString(), `${label}\n${description}`);
  }
  return node.kind === 'connection' ? connectionTooltip(node.connection) : undefined;
}

function connectionTooltip({ settings: connection, signIn }: Connection): MarkdownString {
  const words = {
    stored: l10n.t('Signed in.'),
    forSession: l10n.t('Signed in for this session only: the secrets are in memory and gone after a reload.'),
    unreadable: l10n.t('Signed out: VS Code could not return the secret.'),
    signedOut: l10n.t('Signed out.'),
  };
  return appendPlainText(new MarkdownString(), `${connection.baseUrl}\n${words[signIn]}`);
}

function sessionTooltip(session: Session): MarkdownString {
  return appendFields(new MarkdownString(), shownFields(session));
}

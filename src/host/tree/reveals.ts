import { setTimeout } from 'node:timers/promises';
import type { TreeView } from 'vscode';
import type { Connection } from '../../core/connections/connection.ts';
import type { TreeNode } from './treeNode.ts';
import type { SessionsProvider } from './sessionsProvider.ts';

/** How revealing a session ended; `overtaken` means that another session was to be revealed meanwhile. */
export type RevealEnd = 'selected' | 'notInList' | 'notSelected' | 'overtaken';

/** Milliseconds from the first try to the second, and at most between two; each wait is twice the one before. */
const waits = { first: 50, longest: 3200 };

/** Whether a session can be revealed only once the list has been loaded, or loaded again. */
export function waitsForList({ store }: Connection, id: string): boolean {
  return store.list === undefined && store.index?.rowOfId(id) === undefined;
}

/**
 * Selects sessions in the tree, even if the view is hidden, was moved or was never shown. VS Code's own reveal silently
 * does nothing while the view has not read its rows yet, so this checks whether the row has been selected.
 */
export class Reveals {
  readonly #showView: () => PromiseLike<unknown>;
  readonly #tree: TreeView<TreeNode>;
  readonly #provider: SessionsProvider;
  #latest = 0;

  constructor(showView: () => PromiseLike<unknown>, tree: TreeView<TreeNode>, provider: SessionsProvider) {
    this.#showView = showView;
    this.#tree = tree;
    this.#provider = provider;
  }

  /**
   * Shows the view and selects a session in it once `loading` has resolved; rejects if `loading` does. Until then, and
   * if the list lacks the session, its connection is selected if it has a row, so that a session that was selected
   * before is not mistaken for the one that was asked for.
   */
  async reveal(connection: Connection, id: string, loading: Promise<unknown> | undefined): Promise<RevealEnd> {
    this.#latest++;
    const wish = this.#latest;
    if (loading !== undefined) {
      await Promise.all([loading, this.#show(connection, wish)]);
    }
    if (wish !== this.#latest) {
      return 'overtaken';
    }
    const node = this.#provider.reveal(connection, id);
    if (node === undefined) {
      await this.#show(connection, wish);
      return 'notInList';
    }
    const isSelected = await this.#select(node, { focus: true, expand: false }, wish);
    return isSelected ? 'selected' : wish === this.#latest ? 'notSelected' : 'overtaken';
  }

  /** Selects a row that was added to the tree a moment ago, and puts the focus on it. */
  async select(node: TreeNode): Promise<void> {
    this.#latest++;
    await this.#select(node, { focus: true, expand: false }, this.#latest);
  }

  async #show(connection: Connection, wish: number): Promise<void> {
    const node = this.#provider.connectionOf(connection);
    if (node === undefined) {
      await this.#showView();
    } else {
      await this.#select(node, { focus: false, expand: true }, wish);
    }
  }

  /** Tries until the row is selected, another session is to be revealed, or VS Code clearly will not select it. */
  async #select(
    node: TreeNode,
    options: { readonly focus: boolean; readonly expand: boolean },
    wish: number,
  ): Promise<boolean> {
    for (let wait = waits.first; wish === this.#latest; wait *= 2) {
      // VS Code's reveal rejects if the rows changed meanwhile.
      await Promise.resolve(this.#tree.reveal(node, { select: true, ...options })).catch(() => undefined);
      if (this.#isSelected(node)) {
        return true;
      }
      if (wait > waits.longest) {
        return false;
      }
      await setTimeout(wait);
    }
    return false;
  }

  #isSelected({ id }: TreeNode): boolean {
    const [only, ...others] = this.#tree.selection;
    return only?.id === id && others.length === 0 && this.#tree.visible;
  }
}

import { DataTransferItem, type CancellationToken, type DataTransfer, type TreeDragAndDropController } from 'vscode';
import type { Connections } from '../../core/connections/connections.ts';
import { isNode, type TreeNode } from './treeNode.ts';

const plain = 'text/plain';

/** Sessions that are dragged from the tree into an editor insert their ticket note there. Nothing is dropped on the tree. */
export class NoteDragging implements TreeDragAndDropController<TreeNode> {
  readonly dragMimeTypes = [plain];
  readonly dropMimeTypes = [];
  readonly #connections: Connections;

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  async handleDrag(nodes: readonly TreeNode[], data: DataTransfer, token: CancellationToken): Promise<void> {
    const sessions = nodes.flatMap((node) =>
      isNode(node) && node.kind === 'session'
        ? [{ reference: { connection: node.connection.settings.id, id: node.session.id }, session: node.session }]
        : [],
    );
    if (sessions.length > 0) {
      const { draggedNote } = await import('../note/draggedNote.ts');
      const note = await draggedNote(this.#connections, sessions);
      if (note !== undefined && !token.isCancellationRequested) {
        data.set(plain, new DataTransferItem(note));
      }
    }
  }
}

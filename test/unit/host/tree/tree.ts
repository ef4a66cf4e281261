import { Failure } from '../../../../src/core/failure.ts';
import { countOf, type TreeNode } from '../../../../src/host/tree/treeNode.ts';
import { TreeModel } from '../../../../src/host/tree/treeModel.ts';
import { answering, given, memoryConnections } from '../../core/connections/fakes.ts';

type SessionRecord = Readonly<Record<string, unknown>>;

/** What the server of a connection answers: its records, or how it fails. */
export type Answer = readonly SessionRecord[] | Failure;

/** Five sessions on four devices, and what they look like in the tree. */
export const five: readonly SessionRecord[] = [
  record({ id: 1, protocol: 'ssh', device: 'host10:22', start: '2024-05-06 10:00:00' }),
  record({ id: 2, protocol: 'RDP', device: 'host2:3389', start: '2024-05-06 11:00:00' }),
  record({ id: 3, protocol: 'ssh', device: 'host2:22', start: '2024-05-06 12:00:00' }),
  record({ id: 4, protocol: 'rdp', device: 'HOST2:3389', start: '2024-05-06 13:00:00' }),
  record({ id: 5, protocol: '', device: '', start: null }),
];
export const grouped = [
  ['rdp (2)', [['HOST2:3389 (2)', ['4', '2']]]],
  [
    'ssh (2)',
    [
      ['host2:22 (1)', ['3']],
      ['host10:22 (1)', ['1']],
    ],
  ],
  [' (1)', [[' (1)', ['5']]]],
];

/** A tree as nested names: what a person would see of it, without words and icons. */
export function outline(nodes: TreeModel, under: readonly TreeNode[] = nodes.roots()): readonly unknown[] {
  return under.map((node) => {
    const children = outline(nodes, nodes.children(node));
    const name =
      node.kind === 'session'
        ? node.session.id
        : 'group' in node
          ? `${node.group.value} (${countOf(node)})`
          : node.kind;
    return children.length === 0 ? name : [name, children];
  });
}

/** A tree over connections with these ids, nothing loaded yet; `answers` can be changed later. */
export async function tree(start: Readonly<Record<string, Answer>>) {
  const answers = new Map(Object.entries(start));
  const { connections, changes, settings } = memoryConnections(async (question, reader) => {
    const id = decodeURIComponent(new URL(question.url).pathname.split('/')[1] ?? '');
    const answer = answers.get(id) ?? [];
    if (answer instanceof Failure) {
      throw answer;
    }
    return answering({ code: 200, remote_sessions: answer })(question, reader);
  });
  for (const id of answers.keys()) {
    await changes.add(given(id, { verify: false, baseUrl: `https://pam.example.com/${encodeURIComponent(id)}` }));
  }
  return { connections, changes, settings, answers, nodes: new TreeModel(() => connections.all) };
}

/** The same with every list loaded. */
export async function loadedTree(start: Readonly<Record<string, Answer>>) {
  const made = await tree(start);
  await Promise.all(made.connections.all.map(({ store }) => store.load()));
  return made;
}

export function record(changes: SessionRecord): SessionRecord {
  return { user: 'Admin', protocol: 'ssh', device: 'host:22', start: '2024-05-06 16:05:07', ...changes };
}

/** So many sessions on one device. */
export function many(count: number, device: string): readonly SessionRecord[] {
  return Array.from({ length: count }, (_, at) => record({ id: at + 1, device }));
}

import assert from 'node:assert/strict';
import { Filters } from '../../../../src/core/connections/filters.ts';
import { loadedTree, many, record, tree } from '../tree/tree.ts';
import '../words.ts';

// Late, as it imports `vscode`.
const { filterText } = await import('../../../../src/host/filter/filterText.ts');
const { describe: described } = await import('../../../../src/host/tree/describe.ts');

const nowhere = { read: () => undefined, write: () => Promise.resolve() };

describe('host: what a filter leaves', () => {
  it('is told with the filter, beside the name of its connection', async () => {
    const { connections, nodes } = await loadedTree({
      a: [...many(1999, 'x'), record({ id: 5000, user: 'ana' })],
      b: [],
    });
    const filters = new Filters(connections, nowhere);
    const connection = connections.get('a');
    assert.equal(filterText(connection), '');
    await filters.apply(connection, 'user:admin');
    assert.equal(filterText(connection), '1,999 of 2,000 · user:admin');
    const [row] = nodes.roots();
    assert.ok(row);
    assert.match(described(row).description ?? '', /^1,999 of 2,000 · user:admin · pam\.example\.com/);
  });

  it('is not known before there is a list, and a long filter is cut', async () => {
    const { connections } = await tree({ a: [] });
    const filters = new Filters(connections, nowhere);
    await filters.apply(connections.get('a'), `user:${'x'.repeat(200)}`);
    assert.equal(filterText(connections.get('a')), `user:${'x'.repeat(115)}…`);
  });

  it('is said where it is nothing, with a way out, and is not mistaken for an empty list', async () => {
    const { connections, nodes } = await loadedTree({ a: many(3, 'x') });
    const filters = new Filters(connections, nowhere);
    await filters.apply(connections.get('a'), 'user:nobody');
    const rows = nodes.roots().map((node) => described(node));
    assert.deepEqual(
      rows.map(({ label, command }) => [label, command?.id]),
      [['No session matches the filter', 'pamSessions.clearFilter']],
    );
    const { nodes: empty } = await loadedTree({ a: [] });
    assert.deepEqual(
      empty.roots().map((node) => described(node).label),
      ['No sessions.'],
    );
  });
});

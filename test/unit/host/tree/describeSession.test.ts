import assert from 'node:assert/strict';
import { loadedTree, record } from './tree.ts';
import '../words.ts';

// Late, as it imports `vscode`.
const { describe: described } = await import('../../../../src/host/tree/describe.ts');

describe('host: the rows of the tree', () => {
  it('say who first, then when and for how long; live first; the day where it changes', async () => {
    const rows = await rowsOf([
      { start: '2026-01-06 00:01:02', end: '2026-01-06 00:11:02', time: '00:10:00' },
      { start: '2026-01-05 23:59:59', end: null, time: null },
      { start: '2026-01-05 09:30:00', end: '2026-01-05 09:31:30', time: '00:01:30', credential: '' },
      { start: '2026-01-04 09:30:00', end: '2026-01-04 09:31:30', time: '00:01:30', user: '' },
      { start: null, end: '2026-01-04 09:31:30', time: null, user: '', credential: '' },
    ]);
    assert.deepEqual(rows, [
      ['alice → root', '00:01 · 10m · 2026-01-06'],
      ['alice → root', 'live · 23:59 · 2026-01-05'],
      ['alice', '09:30 · 1m 30s'],
      ['(no user) → root', '09:30 · 1m 30s · 2026-01-04'],
      ['(no user)', '(no start)'],
    ]);
  });

  it('keep the offset that a time came with, and a text that is no time', async () => {
    const rows = await rowsOf([{ start: '2026-01-06T10:00:00+02:00', end: '2026-01-06T10:10:00+02:00', time: null }]);
    assert.deepEqual(rows, [['alice → root', '10:00+02:00 · 10m · 2026-01-06']]);
    const [[, when] = []] = await rowsOf([{ start: 'yesterday', end: 'today', time: null }]);
    assert.equal(when, 'yesterday');
  });

  it('tell a screen reader the whole start', async () => {
    const { nodes } = await loadedTree({
      a: [record({ id: 7, user: 'alice', credential: 'root', start: '2026-01-06 00:01:02', end: null })],
    });
    const row = under(nodes);
    assert.equal(row[0]?.spoken, 'Session 7, alice → root, 2026-01-06 00:01:02, live');
  });

  it('hold names that run from right to left apart from what stands beside them', async () => {
    const { nodes } = await loadedTree({ a: [record({ id: 7, user: 'דנה', credential: 'שורש', device: 'שרת' })] });
    const [protocol] = nodes.roots();
    assert.ok(protocol);
    assert.equal(described(nodes.children(protocol)[0] ?? protocol).label, '\u2068שרת\u2069');
    assert.equal(under(nodes)[0]?.label, '\u2068דנה\u2069 → \u2068שורש\u2069');
  });

  it('say what the groups above them do not', async () => {
    const { nodes, connections } = await loadedTree({
      a: [record({ id: 7, user: 'alice', credential: 'root', device: 'web2:22', start: '2026-01-06 00:01:02' })],
    });
    const { view } = connections.get();
    const row = async (...grouping: Parameters<typeof view.setGrouping>[0]) => {
      await view.setGrouping(grouping);
      let [node] = nodes.roots();
      while (node?.kind === 'group') [node] = nodes.children(node);
      assert.ok(node);
      const { label, description, spoken } = described(node);
      return [label, description, spoken];
    };
    const [said, start] = ['Session 7, ', ', 2026-01-06 00:01:02, live'];
    assert.deepEqual(await row('user'), ['web2:22', 'live · 00:01 · 2026-01-06', `${said}web2:22${start}`]);
    assert.deepEqual(await row('user', 'device'), ['root', 'live · 00:01 · 2026-01-06', `${said}root${start}`]);
    assert.deepEqual(await row(), [
      'alice → root',
      'live · 00:01 · web2:22 · 2026-01-06',
      `${said}alice → root on web2:22${start}`,
    ]);
  });

  async function rowsOf(records: readonly Readonly<Record<string, unknown>>[]) {
    const all = records.map((changes, at) => record({ id: at + 1, user: 'alice', credential: 'root', ...changes }));
    const { nodes } = await loadedTree({ a: all });
    return under(nodes).map(({ label, description }) => [label, description]);
  }

  function under(nodes: Awaited<ReturnType<typeof loadedTree>>['nodes']) {
    const [protocol] = nodes.roots();
    const [device] = protocol === undefined ? [] : nodes.children(protocol);
    return device === undefined ? [] : nodes.children(device).map((node) => described(node));
  }
});

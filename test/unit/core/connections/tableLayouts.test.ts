import assert from 'node:assert/strict';
import type { Connections } from '../../../../src/core/connections/connections.ts';
import { defaultLayout, TableLayouts, type TableLayout } from '../../../../src/core/connections/tableLayouts.ts';

const some: TableLayout = [{ field: 'device', width: 90 }, { field: 'extra.Risk' }, { field: 'preventPurge' }];

/** The layouts of the connections a and b, and of one whose settings are wrong, as they were kept. */
function made(kept?: unknown) {
  const connections = {
    entries: [{ settings: { id: 'a' } }, { settings: { id: 'b' } }, { id: 'broken' }],
  } as unknown as Connections;
  const memory = {
    kept,
    read: () => kept,
    async write(layouts: unknown) {
      this.kept = await Promise.resolve(JSON.parse(JSON.stringify(layouts)));
    },
  };
  const layouts = new TableLayouts(connections, memory);
  const changed: string[] = [];
  layouts.onDidChange((id) => changed.push(id));
  return { layouts, memory, changed };
}

describe('core: the columns of tables', () => {
  it('begin with who and when', () => {
    const fields = made()
      .layouts.of('a')
      .map(({ field }) => field);
    assert.deepEqual(fields.slice(0, 5), ['start', 'durationSeconds', 'user', 'credential', 'device']);
  });

  it('are those of one connection, told at once and kept across a reload', async () => {
    const { layouts, memory, changed } = made();
    const setting = layouts.set('b', some);
    assert.deepEqual([layouts.of('b'), changed], [some, ['b']]);
    await setting;
    const again = made(memory.kept).layouts;
    assert.deepEqual([again.of('a'), again.of('b')], [defaultLayout, some]);
  });

  it('are one at least, and each field once', async () => {
    const { layouts, changed } = made();
    await layouts.set('a', []);
    assert.deepEqual([layouts.of('a'), changed], [defaultLayout, []]);
    await layouts.set('a', [...some, { field: 'device', width: 70 }]);
    assert.deepEqual(layouts.of('a'), [{ field: 'device', width: 70 }, ...some.slice(1)]);
  });

  it('go with their connection, and not with one whose settings are wrong', async () => {
    const { layouts, memory } = made({ gone: some, broken: some });
    await layouts.set('a', some);
    assert.deepEqual(Object.keys(memory.kept as object), ['broken', 'a']);
  });

  it('are what another version kept, as far as it is understood', () => {
    const kept = (columns: unknown) => made({ a: columns }).layouts.of('a');
    assert.deepEqual(kept([...some, { field: 'new' }, { field: 'id', width: -1 }, 'user']), some);
    for (const wrong of [[], [{ field: 'new' }], 'user', null, { 0: some[0] }]) {
      assert.deepEqual(kept(wrong), defaultLayout);
    }
    assert.deepEqual(made(['a']).layouts.of('a'), defaultLayout);
  });
});

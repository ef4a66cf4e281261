import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { WebviewPanel } from 'vscode';
import type { Connection } from '../../../../src/core/connections/connection.ts';
import type { Connections } from '../../../../src/core/connections/connections.ts';
import { TableLayouts } from '../../../../src/core/connections/tableLayouts.ts';
import type { ToTablePage } from '../../../../src/shared/table.ts';
import type { Ask } from '../../../../src/shared/tableAsk.ts';
import type { Scope } from '../../../../src/shared/tableView.ts';
import { listOf, waitingStore } from '../../core/connections/waitingStore.ts';
import { clock } from '../../core/sessions/query/support.ts';
import '../words.ts';

// Late, as it imports `vscode`.
const { Panel } = await import('../../../../src/host/table/panel.ts');

const ask: Ask = {
  type: 'ask',
  sequence: 1,
  question: { text: '', sort: [] },
  arrangement: null,
  top: { position: 0, id: null },
  cursor: null,
  reach: 5,
};

/** A table of three sessions whose answers wait until `hold.on` is taken back. */
async function opened(scope: Scope | null) {
  const { store, view, fetch } = waitingStore();
  const hold = { on: true };
  const list = listOf('1', '2', '3');
  const loading = store.load();
  fetch(0).resolve(list);
  await loading;
  const { shown } = view;
  assert.ok(shown);
  const arranging = shown.arranging.bind(shown);
  shown.arranging = function* (arrangement, at) {
    while (hold.on) yield undefined;
    return yield* arranging(arrangement, at);
  };
  const posted: ToTablePage[] = [];
  let receive: (message: unknown) => void = () => undefined;
  const webview = {
    onDidReceiveMessage: (listener: typeof receive) => void (receive = listener),
    postMessage: (message: ToTablePage) => Promise.resolve(void posted.push(message)),
  };
  const closed = { times: 0 };
  const panel = {
    title: '',
    visible: true,
    webview,
    onDidDispose: () => undefined,
    dispose: () => void (closed.times += 1),
  };
  const connection = { settings: { id: 'lab', name: 'Lab' }, signedIn: true, store, view, clock: () => clock };
  const used = connection as unknown as Connection;
  const connections = {
    all: [used],
    entries: [connection],
    broken: () => undefined,
    onDidChangeList: (listener: (changed: Connection) => void) => store.onDidChange(() => listener(used)),
  };
  const layouts = new TableLayouts(connections as unknown as Connections, {
    read: () => undefined,
    write: () => Promise.resolve(),
  });
  const table = new Panel(
    panel as unknown as WebviewPanel,
    { connection: 'lab', scope },
    {
      connections: connections as unknown as Connections,
      layouts,
      actions: {
        session: () => undefined,
        copyRows: () => undefined,
        openSelected: () => undefined,
        act: () => undefined,
      },
    },
  );
  receive({ type: 'ready' });
  const answers = () => posted.filter((message) => message.type === 'answer');
  const goOn = async () => {
    hold.on = false;
    for (let turn = 0; turn < 5; turn++) await nextTurn();
  };
  const buttons = () => {
    const views = posted.flatMap((message) => (message.type === 'show' ? [message.view] : []));
    return views.at(-1)?.buttons.map(({ action }) => action);
  };
  return { layouts, store, connection, closed, table, receive, posted, answers, buttons, goOn };
}

describe('host: a table', () => {
  it('says of a question that is no query which part is wrong, and answers nothing', async () => {
    const { receive, posted, answers, goOn } = await opened(null);
    receive({ ...ask, question: { text: 'a usr:x', sort: [] } });
    await goOn();
    const refusals = posted.filter((message) => message.type === 'refusal');
    assert.deepEqual(
      refusals.map(({ sequence, position, length }) => [sequence, position, length]),
      [[1, 2, 3]],
    );
    assert.match(refusals[0]?.message ?? '', /the nearest name is “user”/);
    assert.deepEqual(answers(), []);
  });

  it('offers how a query can go on, with the values of its list', async () => {
    const { receive, posted, goOn } = await opened(null);
    receive({ type: 'complete', text: 'id:1 user:' });
    await goOn();
    const [offered] = posted.filter((message) => message.type === 'suggestions');
    assert.equal(offered?.text, 'id:1 user:');
    assert.deepEqual(offered.items[0], { label: 'Admin', description: '3', text: 'id:1 user:Admin ' });
  });

  it('shows all once that is wanted, whatever was under way for the group', async () => {
    const { receive, answers, goOn } = await opened([{ field: 'protocol', value: 'vnc' }]);
    receive(ask);
    await nextTurn();
    receive({ type: 'button', action: 'showAll' });
    await goOn();
    assert.deepEqual(answers(), []);
    receive({ ...ask, sequence: 2 });
    await goOn();
    assert.deepEqual(
      answers().map(({ sequence, matched }) => [sequence, matched]),
      [[2, 3]],
    );
  });

  it('knows whose row the cursor is in, and that it does not know yet', async () => {
    const { table, receive } = await opened(null);
    const shown = () => (table.shown === 'arriving' ? 'arriving' : table.shown?.reference);
    assert.equal(shown(), undefined);
    receive({ type: 'cursor', row: { id: '2' } });
    assert.deepEqual(shown(), { connection: 'lab', id: '2' });
    receive({ type: 'cursor', row: { id: null } });
    assert.equal(shown(), 'arriving');
    receive({ type: 'cursor', row: null });
    assert.equal(shown(), undefined);
  });

  it('leaves Refresh in its place for a second, so that a second press of it ends nothing', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const { store, receive, buttons } = await opened(null);
      mock.timers.tick(1000);
      assert.deepEqual(buttons(), ['refresh']);
      receive({ type: 'button', action: 'refresh' });
      mock.timers.tick(600);
      receive({ type: 'button', action: 'refresh' });
      mock.timers.tick(999);
      assert.deepEqual([store.state.kind, buttons()], ['loading', ['refresh']]);
      mock.timers.tick(1);
      assert.deepEqual(buttons(), ['cancel']);
      receive({ type: 'button', action: 'cancel' });
      await nextTurn();
      mock.timers.tick(999);
      assert.deepEqual([store.state.kind, buttons()], ['failed', ['cancel']]);
      mock.timers.tick(1);
      assert.deepEqual(buttons(), ['refresh']);
    } finally {
      mock.timers.reset();
    }
  });

  it('has the columns of its connection, those of another page and those that a person makes of them', async () => {
    const { table, layouts, receive, posted, answers, goOn } = await opened(null);
    const names = () =>
      posted.flatMap((message) => (message.type === 'columns' ? [message.columns.map(({ name }) => name)] : []));
    assert.deepEqual(names().length, 1);
    assert.equal(posted[0]?.type, 'columns', 'before anything else');
    receive({
      type: 'columns',
      columns: [
        { name: 'user', width: 90 },
        { name: 'no field', width: null },
      ],
    });
    assert.deepEqual(layouts.of('lab'), [{ field: 'user', width: 90 }]);
    assert.equal(names().length, 1, 'the page knows what it told');
    receive(ask);
    await goOn();
    assert.deepEqual([answers()[0]?.columns, answers()[0]?.rows[0]?.cells], [['user'], ['Admin']]);
    await layouts.set('other', [{ field: 'id' }]);
    await layouts.set('lab', [{ field: 'id' }, { field: 'extra.risk' }]);
    assert.deepEqual(names().slice(1), [['id', 'extra.risk']]);
    table.actOnColumn('hide', 'id');
    assert.deepEqual(posted.at(-1), { type: 'column', action: 'hide', column: 'id' });
  });

  it('closes when its connection is signed out, and not before', async () => {
    const { table, connection, closed } = await opened(null);
    table.follow();
    assert.equal(closed.times, 0);
    connection.signedIn = false;
    table.follow();
    assert.equal(closed.times, 1);
  });

  it('answers nothing about a list that is gone', async () => {
    const { store, receive, answers, goOn } = await opened(null);
    receive(ask);
    await nextTurn();
    store.clear();
    await goOn();
    assert.deepEqual(answers(), []);
  });
});

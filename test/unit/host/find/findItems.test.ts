import assert from 'node:assert/strict';
import { atOnce } from '../../../../src/core/async/work.ts';
import { findingEverywhere } from '../../../../src/core/connections/findingEverywhere.ts';
import { loadedTree, many, record, tree, type Answer } from '../tree/tree.ts';
import '../words.ts';

// Late, as it imports `vscode`.
const { findItems, recentItems } = await import('../../../../src/host/find/findItems.ts');

async function rows(text: string, lists: Readonly<Record<string, Answer>>, load = true) {
  const { connections } = await (load ? loadedTree(lists) : tree(lists));
  const items = findItems(connections, text, atOnce(findingEverywhere(connections.all, text)));
  return items.map(({ kind, icon, label, description }) => [kind, `${icon}: ${label}`, description]);
}

const live = record({ id: 7, user: 'ana', credential: 'root', device: 'db1:22', end: null, time: null });
const ended = record({ id: 8, user: '', device: '', end: '2024-05-06 16:06:07', time: '00:01:00' });

describe('host: the rows of Find Session', () => {
  it('say who was where, when and for how long, and of several connections in which', async () => {
    assert.deepEqual(await rows('id:7..8', { a: [live, ended] }), [
      ['session', 'pulse: ana → root on db1:22', '7 · 2024-05-06 16:05:07 · live'],
      ['session', 'history: (no user) on (no device)', '8 · 2024-05-06 16:05:07 · 1m'],
    ]);
    assert.deepEqual((await rows('id:7', { a: [live], b: [] }))[0]?.[2], '7 · 2024-05-06 16:05:07 · live · Server a');
  });

  it('offer to ask each server that may have an ID, after the lists that have it and before all else', async () => {
    assert.deepEqual(await rows('7', { a: [live], b: [record({ id: 17, user: 'x' })] }), [
      ['session', 'pulse: ana → root on db1:22', '7 · 2024-05-06 16:05:07 · live · Server a'],
      ['ask', 'cloud-download: Ask the server for 7', 'Server b'],
      ['session', 'pulse: x on host:22', '17 · 2024-05-06 16:05:07 · live · Server b'],
    ]);
    assert.deepEqual(await rows('99', { a: [live] }), [['ask', 'cloud-download: Ask the server for 99', '']]);
  });

  it('say what is wrong with a query, with its part', async () => {
    const [[kind, label, part] = []] = await rows('ana is:alive', { a: [live] });
    assert.deepEqual([kind, part], ['note', 'alive']);
    assert.match(label ?? '', /none of live, ended and protected/);
  });

  it('say that nothing fits, and how many are not shown', async () => {
    assert.deepEqual(await rows('nobody', { a: [live] }), [['note', 'info: No session of a loaded list fits', '']]);
    const all = await rows('user:Admin', { a: many(300, 'host') });
    assert.deepEqual(all.at(-1), ['note', 'info: 200 of 300 shown: go on typing to see others', '']);
    assert.equal(all.length, 201);
  });

  it('offer to load a list that was not looked at', async () => {
    assert.deepEqual(await rows('ana', { a: [live] }, false), [
      ['load', 'refresh: Load the list to look there, too', 'Server a'],
    ]);
  });

  it('show what a server sent as text, without icons of its own', async () => {
    const hostile = record({ id: 7, user: '$(bug) ana\n', device: 'a\u202eb' });
    const [[, label] = []] = await rows('id:7', { a: [hostile] });
    assert.equal(label, 'pulse: \\$(bug) ana⏎ on a\\u202eb');
  });

  it('are the sessions opened last before anything is typed, of connections that are signed in', async () => {
    const { connections } = await loadedTree({ a: [live] });
    const recent = [
      { reference: { connection: 'a', id: '9' }, session: undefined },
      { reference: { connection: 'a', id: '7' }, session: connections.get('a').store.index?.session(0) },
      { reference: { connection: 'gone', id: '1' }, session: undefined },
    ];
    assert.deepEqual(
      recentItems(connections, recent).map(({ icon, label, description }) => [`${icon}: ${label}`, description]),
      [
        ['history: Session 9', '9'],
        ['pulse: ana → root on db1:22', '7 · 2024-05-06 16:05:07 · live'],
      ],
    );
  });
});

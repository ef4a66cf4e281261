import assert from 'node:assert/strict';
import { sessionsNamed } from '../../../../../src/host/commands/sessions/sessionsNamed.ts';
import { loadedTree, record, tree } from '../../tree/tree.ts';

describe('host: the sessions that a text names', () => {
  const hash = (id: number) => id.toString(16).padStart(40, 'a');
  const records = (...ids: readonly number[]) => ids.map((id) => record({ id, session_id: hash(id) }));

  it('are found in every loaded list, by Session ID before ID', async () => {
    const { connections } = await loadedTree({ one: records(1, 2), two: records(2, 540) });
    const found = (text: string) =>
      sessionsNamed(connections.all, text).map(({ reference }) => `${reference.connection} ${reference.id}`);
    assert.deepEqual(found(`Seen in 1 ticket:\n"${hash(540)}".`), ['two 540']);
    assert.deepEqual(found('see https://pam.example.com/session/540'), ['two 540']);
    assert.deepEqual(found(' 2 '), ['one 2', 'two 2']);
    assert.deepEqual(found(hash(2)), ['one 2', 'two 2']);
    assert.deepEqual(found('nothing 99'), []);
    assert.deepEqual(found('aaaa'), ['one 1', 'one 2', 'two 2', 'two 540'].toSorted(), 'the beginning of a hash alone');
    assert.deepEqual(found('a decade, aaaa, 540'), ['two 540'], 'no word that is a hash by chance');
    assert.deepEqual(found(''), []);
  });

  it('are those with a number as their ID before those whose Session ID begins with it', async () => {
    const { connections } = await loadedTree({
      one: [record({ id: 12345678, session_id: hash(1) })],
      two: [record({ id: 3, session_id: '12345678'.padEnd(40, 'b') })],
    });
    const found = (text: string) => sessionsNamed(connections.all, text).map(({ reference }) => reference.id);
    assert.deepEqual(found('12345678'), ['12345678']);
    assert.deepEqual(found('12345678'.padEnd(40, 'b')), ['3']);
    assert.deepEqual(found('1234567'), []);
  });

  it('are none of a list that is not loaded', async () => {
    const { connections } = await tree({ one: records(1) });
    assert.deepEqual(sessionsNamed(connections.all, '1'), []);
  });
});

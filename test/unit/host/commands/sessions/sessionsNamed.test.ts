import assert from 'node:assert/strict';
import { sessionsNamed } from '../../../../../src/host/commands/sessions/sessionsNamed.ts';
import { loadedTree, record, tree } from '../../tree/tree.ts';

describe('host: the sessions that a text names', () => {
  const hash = (id: number) => id.toString(16).padStart(40, 'a');
  const records = (...ids: readonly number[]) => ids.map((id) => record({ id, session_id: hash(id) }));

  it('are found in every loaded list, by Session ID before ID', async () => {
    const { connections } = await loadedTree({ one: records(1, 2), two: records(2, 540) });
    const found = (text: string) =>
      sessionsNamed(connections, text).map(({ reference }) => `${reference.connection} ${reference.id}`);
    assert.deepEqual(found(`Seen in 1 ticket:\n"${hash(540)}".`), ['two 540']);
    assert.deepEqual(found('see https://pam.example.com/session/540'), ['two 540']);
    assert.deepEqual(found(' 2 '), ['one 2', 'two 2']);
    assert.deepEqual(found(hash(2)), ['one 2', 'two 2']);
    assert.deepEqual(found('nothing 99'), []);
    assert.deepEqual(found(''), []);
  });

  it('are none of a list that is not loaded', async () => {
    const { connections } = await tree({ one: records(1) });
    assert.deepEqual(sessionsNamed(connections, '1'), []);
  });
});

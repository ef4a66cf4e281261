import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { atOnce } from '../../../../src/core/async/work.ts';
import { sessionsAt, sessionsInLine, sessionsOfWord } from '../../../../src/core/connections/sessionsInText.ts';
import { loadedTree, record, tree } from '../../host/tree/tree.ts';

const hash = (text: string) => createHash('sha1').update(text).digest('hex');
const [ana, bob] = [`421c83a3${hash('ana').slice(8)}`, `421c83a3${hash('bob').slice(8)}`];
const uuid = '0190d6a2-51c4-7c00-8000-0000000000ff';

const lists = {
  one: [
    record({ id: 540, session_id: ana }),
    record({ id: 541, session_id: bob }),
    record({ id: 542, session_id: uuid }),
    record({ id: 543, session_id: 'session-number-543' }),
  ],
  two: [record({ id: 7, session_id: ana }), record({ id: 8, session_id: hash('eve') })],
};

const { connections } = await loadedTree(lists);
const named = (word: string) =>
  atOnce(sessionsOfWord(connections.all, word)).map(
    ({ connection, session }) => `${connection.settings.id} ${session.id}`,
  );

describe('a session_id in text', () => {
  it('names its session, in every list that has it, without regard to case', () => {
    assert.deepEqual(named(ana), ['one 540', 'two 7']);
    assert.deepEqual(named(bob.toUpperCase()), ['one 541']);
    assert.deepEqual(named(uuid), ['one 542']);
    assert.deepEqual(named('session-number-543'), ['one 543']);
  });

  it('names it by a beginning of 8 digits or more, if no other session begins so', () => {
    assert.deepEqual(named(hash('eve').slice(0, 8)), ['two 8']);
    assert.deepEqual(named(hash('eve').slice(0, 7)), []);
    assert.deepEqual(named('421c83a3'), []);
    assert.deepEqual(named(ana.slice(0, 12)), ['one 540', 'two 7']);
    assert.deepEqual(named('0190d6a2'), ['one 542']);
    assert.deepEqual(named('session-number'), [], 'a word is no beginning of a hash');
    assert.deepEqual(named(`${ana}0`), []);
  });

  it('names none of a list that is not loaded, and loads none', async () => {
    const { connections: unloaded } = await tree(lists);
    assert.deepEqual(atOnce(sessionsOfWord(unloaded.all, ana)), []);
    assert.ok(unloaded.all.every(({ store }) => store.state.kind === 'unloaded'));
  });

  it('is told apart from the hashes of a git log', () => {
    const log = Array.from(
      { length: 2000 },
      (_, at) => `commit ${hash(String(at))} ${hash(`tree ${at}`).slice(0, 10)}`,
    );
    assert.deepEqual(
      log.flatMap((line) => atOnce(sessionsInLine(connections.all, line))),
      [],
    );
  });

  it('is found in a line, from left to right, and at a position of it', () => {
    const line = `INC1 [${uuid}] user ${bob}: closed, see web-${ana}.log`;
    const found = atOnce(sessionsInLine(connections.all, line));
    assert.deepEqual(
      found.map(({ word, sessions }) => [word.text, sessions[0]?.session.id]),
      [
        [uuid, '542'],
        [bob, '541'],
        [ana, '540'],
      ],
    );
    assert.ok(found.every(({ word: { text, from, to } }) => line.slice(from, to) === text));
    assert.equal(atOnce(sessionsAt(connections.all, line, line.indexOf(bob) + 3))?.word.text, bob);
    assert.equal(atOnce(sessionsAt(connections.all, line, 2)), undefined);
  });
});

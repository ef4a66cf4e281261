import assert from 'node:assert/strict';
import type { SessionReference } from '../../../../../src/shared/detail.ts';
import {
  choicesOf,
  clearlyMeant,
  type Candidate,
  type InFront,
} from '../../../../../src/host/commands/sessions/inFront.ts';

/** A session by the connection and the number of a name such as `lab 540`. */
function named(name: string): Candidate {
  const [connection = '', id = ''] = name.split(' ');
  return { reference: { connection, id }, session: undefined };
}

function nameOf({ connection, id }: SessionReference): string {
  return `${connection} ${id}`;
}

/** The editor was come to at 10; the tree's selection changed before that, at 5, unless a test says otherwise. */
function front(
  editor: string | undefined,
  selected: readonly string[],
  { since = 5, visible = true, others = [] }: { since?: number; visible?: boolean; others?: readonly string[] } = {},
): InFront {
  return {
    editor: editor === undefined || editor === 'arriving' ? editor : { ...named(editor), since: 10 },
    tree: { selected: selected.map(named), visible, since },
    others: others.map(named),
  };
}

const meant = (given: InFront) => clearlyMeant(given)?.map(({ reference }) => nameOf(reference));
const choices = (given: InFront) =>
  choicesOf(given).map(({ where, candidates }) => [where, ...candidates.map(({ reference }) => nameOf(reference))]);

describe('host: what a command without a target is about', () => {
  it('is the session of the active editor, whatever was selected in the tree before', () => {
    assert.deepEqual(meant(front('lab 1', [])), ['lab 1']);
    assert.deepEqual(meant(front('lab 1', ['lab 2'])), ['lab 1']);
    assert.deepEqual(meant(front('lab 1', ['other 1'])), ['lab 1']);
  });

  it('is all that is selected in the tree where no editor shows a session', () => {
    assert.deepEqual(meant(front(undefined, ['lab 2', 'lab 3'])), ['lab 2', 'lab 3']);
    assert.deepEqual(meant(front(undefined, ['lab 2'], { others: ['lab 9'] })), ['lab 2']);
  });

  it('is clear where editor and tree say the same', () => {
    assert.deepEqual(meant(front('lab 1', ['lab 1'], { since: 20 })), ['lab 1']);
  });

  it('is unclear where another session was selected in the tree later', () => {
    assert.equal(meant(front('lab 1', ['lab 2'], { since: 20 })), undefined);
    assert.equal(meant(front('lab 1', ['other 1'], { since: 20 })), undefined, 'the same number of another server');
  });

  it('is unclear where several are selected beside an editor, its own session among them or not', () => {
    assert.equal(meant(front('lab 1', ['lab 1', 'lab 2'])), undefined);
    assert.equal(meant(front('lab 1', ['lab 2', 'lab 3'])), undefined);
  });

  it('is not what is selected in a tree that nobody sees', () => {
    assert.deepEqual(meant(front('lab 1', ['lab 2', 'lab 3'], { visible: false, since: 20 })), ['lab 1']);
    assert.equal(meant(front(undefined, ['lab 2'], { visible: false })), undefined);
  });

  it('is unclear while the row with the cursor has not arrived', () => {
    assert.equal(meant(front('arriving', ['lab 2'])), undefined);
  });

  it('is nothing where nothing is in front', () => {
    assert.equal(meant(front(undefined, [])), undefined);
    assert.deepEqual(choices(front(undefined, [])), []);
  });
});

describe('host: the pick that asks which session is meant', () => {
  it('names the editor first, then all of the tree, then each, every session once', () => {
    assert.deepEqual(choices(front('lab 1', ['lab 1', 'lab 2'], { others: ['lab 2', 'other 1', 'other 1'] })), [
      ['editor', 'lab 1'],
      ['tree', 'lab 1', 'lab 2'],
      ['tree', 'lab 2'],
      ['other', 'other 1'],
    ]);
  });

  it('offers what is hidden, too', () => {
    assert.deepEqual(choices(front(undefined, ['lab 2'], { visible: false, others: ['lab 9'] })), [
      ['tree', 'lab 2'],
      ['other', 'lab 9'],
    ]);
  });
});

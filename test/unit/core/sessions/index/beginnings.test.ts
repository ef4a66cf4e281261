import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce } from '../../../../../src/core/async/work.ts';
import type { SessionIndex } from '../../../../../src/core/sessions/index/sessionIndex.ts';
import { SessionIndexBuilder } from '../../../../../src/core/sessions/index/sessionIndexBuilder.ts';
import { makeSession } from '../../makeSession.ts';

function indexOf(sessionIds: readonly string[], idOf = (at: number) => String(at + 1)): SessionIndex {
  const builder = new SessionIndexBuilder();
  sessionIds.forEach((sessionId, at) => builder.add(makeSession({ id: idOf(at), sessionId })));
  const index = builder.build();
  atOnce(index.preparingBeginnings());
  return index;
}

const found = (index: SessionIndex, text: string, most = 100) =>
  index.rowsBeginning(text, most).map((row) => index.idOf(row));

describe('finding rows by how their session_id begins', () => {
  const hex = fc.string({ unit: fc.constantFrom('0', '7', '8', 'f'), minLength: 40, maxLength: 40 });
  const beginning = fc.constantFrom('00000000', 'ffffffff', '7fffffff', '80000000', '0190d6a2');
  const any = fc.oneof(
    hex,
    fc.tuple(beginning, hex).map(([first, rest]) => (first + rest).slice(0, 40)),
    fc.tuple(beginning, hex).map(([first, rest]) => `${first}-51c4-${rest.slice(0, 12)}`),
    fc.constantFrom('', 'short', 'SESSION-0001', 'session-0002', 'ABCDEF01'.repeat(5), 'abcdef01'.repeat(5)),
  );

  it('finds what a look at each row finds', () => {
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 40 }),
        any,
        fc.integer({ min: 8, max: 40 }),
        (sessionIds, text, length) => {
          const index = indexOf(sessionIds);
          for (const wanted of [...sessionIds, text].map((each) => each.slice(0, length).toUpperCase())) {
            const naive = sessionIds.flatMap((sessionId, at) =>
              wanted.length >= 8 && sessionId.toUpperCase().startsWith(wanted) ? [String(at + 1)] : [],
            );
            assert.deepEqual(found(index, wanted).toSorted(), naive.toSorted());
          }
        },
      ),
    );
  });

  it('finds the row that took the place of another one with the same id, and so many as are wanted', () => {
    const [old, now] = ['a'.repeat(40), 'b'.repeat(40)];
    const index = indexOf([old, now], () => '7');
    assert.deepEqual([found(index, old), found(index, now)], [[], ['7']]);
    assert.equal(found(indexOf(Array<string>(50).fill(now)), now, 3).length, 3);
  });

  it('finds nothing before it is prepared', () => {
    const builder = new SessionIndexBuilder();
    builder.add(makeSession());
    assert.deepEqual(builder.build().rowsBeginning(makeSession().sessionId, 5), []);
  });
});

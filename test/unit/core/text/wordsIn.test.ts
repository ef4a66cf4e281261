import assert from 'node:assert/strict';
import { wordsAt, wordsIn } from '../../../../src/core/text/wordsIn.ts';

const hash = '421c83a3b10be439d4da33b6c140f53eaf448207';
const uuid = '0190d6a2-51c4-7c00-8000-0000000000ff';
const texts = (words: ReturnType<typeof wordsIn>) => words.map(({ text }) => text);

describe('the words of a line that may name a session', () => {
  it('are those of 8 to 64 characters, and where they stand', () => {
    assert.deepEqual(wordsIn(`see ${hash}, please`), [{ text: hash, from: 4, to: 44 }]);
    assert.deepEqual(texts(wordsIn(`short 421c83a ${'a'.repeat(65)} ${hash}`)), [hash]);
  });

  it('are the parts between dashes, too', () => {
    assert.deepEqual(texts(wordsIn(`web-${hash}.log`)), [`web-${hash}`, hash]);
    assert.deepEqual(texts(wordsIn(uuid)), [uuid, '0190d6a2', '0000000000ff']);
    assert.deepEqual(texts(wordsIn(`_${hash}_`)), [`_${hash}_`, hash]);
  });

  it('at a position are those over it, from either side', () => {
    const line = `commit ${hash}: ${uuid}`;
    for (const position of [7, 20, 47]) {
      assert.deepEqual(wordsAt(line, position), [{ text: hash, from: 7, to: 47 }]);
    }
    assert.deepEqual(texts(wordsAt(line, 60)), [uuid]);
    assert.deepEqual(texts(wordsAt(line, 52)), [uuid, '0190d6a2']);
    assert.deepEqual([wordsAt(line, 48), wordsAt('', 0), wordsAt(hash, 1000)], [[], [], []]);
  });

  it('are looked for in the beginning of a long line, or around a position of it, and no further', () => {
    const long = `${hash} `.repeat(125_000);
    assert.ok(wordsIn(long).length <= 200 && wordsIn(long).every(({ to }) => to <= 4000));
    assert.deepEqual(wordsIn(`${'x y '.repeat(1000)}${hash}`), []);
    assert.deepEqual(wordsIn(`${' '.repeat(3980)}${hash}`), []);
    const at = hash.length * 60_000;
    assert.ok(wordsAt(long, at).every(({ text }) => text === hash));
    assert.deepEqual(wordsAt('a'.repeat(5_000_000), 2_500_000), []);
  });
});

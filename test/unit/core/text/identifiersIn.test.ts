import assert from 'node:assert/strict';
import { identifiersIn } from '../../../../src/core/text/identifiersIn.ts';

describe('core: what a text may name sessions by', () => {
  const hash = '421c83a3b10be439d4da33b6c140f53eaf448207';

  it('is the whole of it and its words, those that are no numbers first, each once', () => {
    const text = `2 sessions: "${hash}", 540; 540`;
    assert.deepEqual(identifiersIn(text), [text, 'sessions', hash, '2', '540']);
    assert.equal(identifiersIn('https://pam.example.com/session/540?x=1').at(-2), '540');
    assert.deepEqual(identifiersIn(' 540\n'), ['540']);
    assert.deepEqual(identifiersIn(''), []);
  });
});

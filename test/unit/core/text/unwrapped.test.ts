import assert from 'node:assert/strict';
import { holdsUnseen, unwrapped, withoutUnseenAround } from '../../../../src/core/text/unwrapped.ts';

describe('core: what a paste brings along', () => {
  const invisible = [
    '\u200b',
    '\ufeff',
    '\u00a0',
    '\u2060',
    '\u200e',
    '\u202a',
    '\u00ad',
    '\u3000',
    '\u3164',
    '\u2800',
    '\t',
    '\n',
    '\0',
  ];
  for (const character of invisible) {
    it(`is cut around a text: ${JSON.stringify(character)}`, () => {
      assert.equal(unwrapped(`${character} s3cret${character}`), 's3cret');
      assert.equal(unwrapped(`${character}"${character}s3cret${character}"${character}`), 's3cret');
      assert.equal(withoutUnseenAround(`${character}name${character}`), 'name');
      assert.equal(holdsUnseen(`s3${character}cret`), true);
    });
  }

  for (const [opening, closing] of ['""', "''", '``', '“”', '„“', '‘’', '«»', '»«', '‹›']) {
    it(`is cut around a text: ${opening ?? ''}${closing ?? ''}`, () => {
      assert.equal(unwrapped(`${opening ?? ''}s3cret${closing ?? ''}`), 's3cret');
    });
  }

  it('is no quote that stands alone, nor any inside, and one pair only', () => {
    for (const text of ['s3cret"', '"s3cret', 's3"cret', `"s3cret'`, '"', 'x']) {
      assert.equal(unwrapped(text), text);
    }
    assert.equal(unwrapped('""s3cret""'), '"s3cret"');
    assert.equal(unwrapped('""'), '');
    assert.equal(unwrapped(' \u200b '), '');
  });

  it('is no part of a name, which may have quotes', () => {
    assert.equal(withoutUnseenAround(' "Lab" '), '"Lab"');
  });

  it('is not seen in what has none', () => {
    assert.equal(holdsUnseen('Zażółć-gęślą-\u{1f511}'), false);
  });
});

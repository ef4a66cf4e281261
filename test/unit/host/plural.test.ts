import assert from 'node:assert/strict';
import './words.ts';

// Late, as they import `vscode`.
const { env, l10n } = await import('vscode');
const { listText } = await import('../../../src/host/listText.ts');
const { plural } = await import('../../../src/host/plural.ts');

function among(language: string): void {
  Object.assign(env, { language });
  Object.assign(l10n, { bundle: {} });
}

describe('host: sentences with a count or a list', () => {
  afterEach(() => {
    Object.assign(env, { language: 'en' });
    Object.assign(l10n, { bundle: undefined });
  });

  for (const [language, ones] of [
    ['en', [1]],
    ['es', [1]],
    ['pt-br', [0, 1]],
  ] as const) {
    it(`have one of the two forms in ${language}`, () => {
      among(language);
      const counts = [0, 1, 2, 21, 1_000_000];
      assert.deepEqual(
        counts.filter((count) => plural(count, 'one', 'other') === 'one'),
        ones,
      );
    });
  }

  it('list names as the language does', () => {
    assert.equal(listText(['540', '541', '542']), '540, 541, 542');
    among('pt-br');
    assert.equal(listText(['540', '541', '542']), '540, 541 e 542');
    among('es');
    assert.equal(listText(['540']), '540');
    assert.equal(listText(['540', '541']), '540 y 541');
  });
});

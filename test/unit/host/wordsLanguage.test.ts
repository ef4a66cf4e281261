import assert from 'node:assert/strict';
import './words.ts';

// Late, as they import `vscode`.
const { env, l10n } = await import('vscode');
const { countText } = await import('../../../src/host/countText.ts');
const { wordsLanguage } = await import('../../../src/host/wordsLanguage.ts');

describe('host: the language of numbers and dates', () => {
  afterEach(() => {
    Object.assign(env, { language: 'en' });
    Object.assign(l10n, { bundle: undefined });
  });

  it('is English among English words, whatever language VS Code runs in', () => {
    Object.assign(env, { language: 'de' });
    assert.equal(wordsLanguage(), 'en');
    assert.equal(countText(1_234_567), '1,234,567');
  });

  it("is VS Code's where our words are of it too", () => {
    Object.assign(env, { language: 'de' });
    Object.assign(l10n, { bundle: {} });
    assert.equal(wordsLanguage(), 'de');
    assert.equal(countText(1_234_567), '1.234.567');
  });
});

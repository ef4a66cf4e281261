import assert from 'node:assert/strict';
import '../../words.ts';
import { readConnection } from '../../../../../src/core/connections/settings.ts';

const { secretQuestions } = await import('../../../../../src/host/connections/wizard/secretQuestions.ts');

describe('host: the questions for secrets', () => {
  it('say where an answer goes, with the scheme: http is not what https was', () => {
    const auth = { kind: 'oauth2', tokenUrl: 'https://login.example.com/token' };
    const common = { id: 'a', name: 'A', flavour: 'v4', auth };
    const connection = readConnection({ ...common, baseUrl: 'http://pam.example.com' });
    for (const { prompt } of secretQuestions(connection)) {
      assert.match(prompt, /http:\/\/pam\.example\.com, https:\/\/login\.example\.com/);
    }
  });
});

import assert from 'node:assert/strict';
import { TokenSource } from '../../../../src/core/pam/oauth2.ts';
import { bodyOf } from './readText.ts';

describe('core: how long a token is kept', () => {
  for (const lifetime of ['', ' ', 0, '0', -1, 'soon', null, {}]) {
    it(`is as if nothing were said, where ${JSON.stringify(lifetime)} is`, async () => {
      let asked = 0;
      const secrets = { kind: 'oauth2', clientId: 'client', clientSecret: 'secret' } as const;
      const options = { tokenUrl: 'https://pam.example.com/token', clientAuthentication: 'body' } as const;
      const tokens = new TokenSource(secrets, options, () => {
        asked++;
        const body = bodyOf([JSON.stringify({ access_token: 'token', expires_in: lifetime })]);
        return Promise.resolve({ status: 200, clockDifferenceSeconds: undefined, retryAfterSeconds: undefined, body });
      });
      assert.deepEqual([await tokens.token(undefined), await tokens.token(undefined), asked], ['token', 'token', 1]);
    });
  }
});

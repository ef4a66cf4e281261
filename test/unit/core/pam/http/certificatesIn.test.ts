import assert from 'node:assert/strict';
import { certificatesIn } from '../../../../../src/core/pam/http/certificatesIn.ts';
import { createAuthority } from '../../../../pam-server/certificates.ts';

describe('core: the certificates of a CA file', () => {
  let [one, other] = ['', ''];
  before(async () => {
    [one, other] = (await Promise.all(['One', 'Other'].map((name) => createAuthority(name)))).map(({ cert }) =>
      cert.trim(),
    ) as [string, string];
  });

  it('are all that it has, whatever stands between them', () => {
    assert.deepEqual(certificatesIn(`# One\r\n${one}\r\n\r\n# Other\n${other}\n`), [one, other]);
  });

  it('are not taken where one of them is broken or cut off', () => {
    const cut = other.slice(0, other.length / 2);
    const damaged = other.replace(/\n.{20}/, '\n!!!!');
    for (const pem of [`${one}\n${cut}`, `${damaged}\n${one}`, 'no certificate', '']) {
      assert.throws(() => certificatesIn(pem), { code: 'tls', facts: { reason: 'caFile' } });
    }
  });
});

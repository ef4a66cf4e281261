import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { formsOf } from '../../leak/forms.ts';
import { search } from '../../leak/search.ts';
import { credentials } from '../../pam-server/authentication.ts';
import { canary } from '../../pam-server/canary.ts';

const secrets = Object.values<string>({ ...credentials.oauth1, ...credentials.oauth2 });

describe('the leak test', () => {
  it('knows every secret of the stand-in server', () => {
    assert.equal(secrets.length, 6);
    assert.equal(new Set(secrets).size, 6);
    assert.ok(secrets.every((secret) => secret.includes(canary)));
  });

  const encodings: Readonly<Record<string, (text: string) => string>> = {
    'as it is': (text) => text,
    'in JSON': (text) => JSON.stringify(text),
    'in a URL': encodeURIComponent,
    'in a form': (text) => new URLSearchParams({ text }).toString(),
    'in base64': (text) => Buffer.from(text).toString('base64'),
    'in base64url': (text) => Buffer.from(text).toString('base64url'),
    'in a Basic header': (text) => Buffer.from(`${encodeURIComponent(text)}:x`).toString('base64'),
    'in hexadecimal': (text) => Buffer.from(text).toString('hex'),
    'in hexadecimal capitals': (text) => Buffer.from(text).toString('hex').toUpperCase(),
  };
  for (const [how, encode] of Object.entries(encodings)) {
    it(`finds a secret ${how}, whatever stands around it`, () => {
      fc.assert(
        fc.property(fc.constantFrom(...secrets), fc.string(), fc.string(), (secret, before, after) => {
          const text = encode(before.toWellFormed() + secret + after.toWellFormed());
          assert.ok(formsOf(canary).some((form) => text.includes(form)));
        }),
      );
    });
  }

  it('says where it was found, in files of any kind', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'pam-leak-'));
    try {
      await mkdir(path.join(folder, 'logs'));
      await writeFile(path.join(folder, 'clean.txt'), 'nothing');
      await writeFile(path.join(folder, 'logs', 'a.log'), `Authorization: ${secrets[0] ?? ''}`);
      await writeFile(path.join(folder, 'wide.bin'), Buffer.from(`\u{1f525}${secrets[1] ?? ''}`, 'utf16le'));
      const leaks = await search(folder, canary);
      assert.deepEqual(leaks.map(({ file }) => file).toSorted(), [path.join('logs', 'a.log'), 'wide.bin']);
      assert.match(leaks.map(({ excerpt }) => excerpt).join(), /Authorization: consumer-canary/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

import assert from 'node:assert/strict';
import type { TextQuestion } from '../../../../../src/host/connections/wizard/question.ts';
import '../../words.ts';

const { answerOf } = await import('../../../../../src/host/connections/wizard/question.ts');
const { remarkOn } = await import('../../../../../src/host/connections/wizard/remarkOn.ts');
const { validateServerAddress } = await import('../../../../../src/host/connections/wizard/validateServerAddress.ts');

const [info, warning, error] = [1, 2, 3];

describe('host: what is made of a typed text', () => {
  const secret: TextQuestion = { kind: 'text', field: 'token', label: '', prompt: '', placeholder: '', isSecret: true };
  const address: TextQuestion = { ...secret, field: 'address', isSecret: false, judge: validateServerAddress };

  for (const typed of [' s3cret', 's3cret\n', '"s3cret"', '\u200bs3cret', '“s3cret”\u00a0', "'\ufeffs3cret'"]) {
    it(`leaves out what stands around a secret, and says so: ${JSON.stringify(typed)}`, () => {
      assert.equal(answerOf(secret, typed), 's3cret');
      const remark = remarkOn(secret, typed);
      assert.equal(remark?.severity, info);
      assert.match(remark.message, /around it are left out/);
      assert.doesNotMatch(remark.message, /s3cret/);
    });
  }

  it('warns of what cannot be seen within a secret, and keeps it', () => {
    assert.equal(answerOf(secret, 's3\u200bcret'), 's3\u200bcret');
    assert.equal(remarkOn(secret, 's3\u200bcret')?.severity, warning);
  });

  it('says nothing of a secret that is plain, nor of nothing', () => {
    assert.equal(remarkOn(secret, 's3cret"'), undefined);
    assert.equal(remarkOn(secret, ' '), undefined);
  });

  it('says what is kept of an address, and that another text is none', () => {
    assert.match(remarkOn(address, '"https://pam.example.com/"')?.message ?? '', /https:\/\/pam\.example\.com$/);
    assert.equal(remarkOn(address, 'https:/pam.example.com')?.severity, error);
    assert.equal(remarkOn(address, 'https//pam.example.com')?.severity, error);
  });

  it('takes the quotes off a path and a referer, and leaves them to a name', () => {
    assert.equal(answerOf({ field: 'caFile' }, '"C:\\ca files\\pam.pem"'), 'C:\\ca files\\pam.pem');
    assert.equal(answerOf({ field: 'referer' }, '\u200b"https://a.example/"'), 'https://a.example/');
    assert.equal(answerOf({ field: 'name' }, '\u200b"Lab" '), '"Lab"');
  });
});

import assert from 'node:assert/strict';
import '../../words.ts';

// Late, as it imports `vscode`.
const { idGiven } = await import('../../../../../src/host/commands/sessions/idGiven.ts');

describe('host: the ID that a command is given', () => {
  it('is the ID of a session as digits or as a whole number', () => {
    assert.equal(idGiven('540'), '540');
    assert.equal(idGiven('900719925474099312345'), '900719925474099312345');
    assert.equal(idGiven(540), '540');
    assert.equal(idGiven(undefined), undefined);
    assert.equal(idGiven({ id: 540 }), undefined);
  });

  for (const given of ['', ' ', ' 540 ', '540\n', 'abc', '５４０', '-1', '1.5', NaN, -1, 1.5, Infinity, 1e21]) {
    it(`is no ID, and the error says what is: ${typeof given} ${JSON.stringify(given)}`, () => {
      assert.throws(() => idGiven(given), { name: 'InvalidArgument', message: /540/ });
    });
  }
});

import assert from 'node:assert/strict';
import '../../words.ts';

// Late, as it imports `vscode`.
const { connectionOfTarget: connectionIn } =
  await import('../../../../../src/host/commands/connections/connectionOfTarget.ts');

describe('host: the connection that a command is given', () => {
  for (const given of [{ id: 540 }, { id: '540' }, { connection: 'lab', id: 540 }, [], 'lab', 540, true, Symbol('x')]) {
    it(`means no connection, and no other one in its place: ${typeof given} ${JSON.stringify(given)}`, () => {
      assert.throws(() => connectionIn(given), { name: 'InvalidArgument', message: /\{ connection, id \}/ });
    });
  }

  it('may be nothing', () => {
    assert.equal(connectionIn(undefined), undefined);
    assert.equal(connectionIn(null), undefined);
  });
});

import assert from 'node:assert/strict';
import { given, memoryConnections, answering } from '../../../core/connections/fakes.ts';
import '../../words.ts';

const { otherConnections } = await import('../../../../../src/host/connections/wizard/otherConnections.ts');
const { secretQuestions } = await import('../../../../../src/host/connections/wizard/secretQuestions.ts');

const warning = 2;

async function three() {
  const broken = { id: 'odd', name: 'Odd' };
  const { connections, changes } = memoryConnections(answering({ code: 200 }), [broken]);
  await connections.reload();
  for (const [id, name] of [
    ['a', 'Lab'],
    ['b', 'Office'],
  ] as const) {
    await changes.add(given(id, { name, verify: false }));
  }
  return { connections, changes };
}

describe('host: a connection like another one', () => {
  it('is remarked upon when it gets the name of another, broken ones included, whatever its case', async () => {
    const others = await otherConnections((await three()).connections);
    for (const name of ['Lab', ' lab ', 'ODD']) {
      assert.equal(others.named(name)?.severity, warning, name);
    }
    assert.equal(others.named('Elsewhere'), undefined);
  });

  it('is remarked upon when it gets the address and the client of another, not just one of them', async () => {
    const others = await otherConnections((await three()).connections);
    const remark = others.as('client of b', 'https://b.example.com');
    assert.equal(remark?.severity, warning);
    assert.match(remark.message, /Office/);
    assert.equal(others.as('client of b', 'https://a.example.com'), undefined);
    assert.equal(others.as('client of a', 'https://b.example.com'), undefined);
  });

  it('may keep its own name and client when it is edited', async () => {
    const { connections } = await three();
    const others = await otherConnections(connections, connections.get('a'));
    assert.equal(others.named('Lab'), undefined);
    assert.equal(others.as('client of a', 'https://a.example.com'), undefined);
    assert.notEqual(others.named('Office'), undefined);
  });

  it('is told of where the wizard asks for the client, and never for a secret', async () => {
    const { connections } = await three();
    const { settings } = connections.get('b');
    const questions = secretQuestions(settings, undefined, await otherConnections(connections));
    const remarks = questions.map(({ judge }) => [judge?.('client of b'), judge?.('secret of b')]);
    assert.deepEqual(
      remarks.map((each) => each.map((remark) => remark?.severity)),
      [
        [warning, undefined],
        [undefined, undefined],
      ],
    );
  });
});

import assert from 'node:assert/strict';
import { answering, given, memoryConnections } from '../../core/connections/fakes.ts';
import '../words.ts';

const { distinctName } = await import('../../../../src/host/connections/distinctName.ts');

describe('host: the name of a connection among others', () => {
  it('has the address with it where another one is called the same, whatever its case', async () => {
    const { connections, changes } = memoryConnections(answering({ code: 200 }));
    await changes.add(given('a', { name: 'Lab', verify: false }));
    await changes.add(given('b', { name: 'Office', verify: false }));
    const name = (id: string) => distinctName(connections, connections.get(id).settings);
    assert.equal(name('a'), 'Lab');
    await changes.rename('b', 'LAB');
    assert.deepEqual([name('a'), name('b')], ['Lab, a.example.com', 'LAB, b.example.com']);
  });
});

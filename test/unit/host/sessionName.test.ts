import assert from 'node:assert/strict';
import { answering, given, memoryConnections } from '../core/connections/fakes.ts';
import './words.ts';

// Late, as it imports `vscode`.
const { sessionName } = await import('../../../src/host/sessionName.ts');

describe('host: the name of a session', () => {
  it('says whose it is where there are several connections, also where two have one name', async () => {
    const { connections, changes } = memoryConnections(answering({ code: 200, remote_sessions: [] }));
    const add = (id: string, name: string) =>
      changes.add(given(id, { name, baseUrl: `https://${id}.example.com`, verify: false }));
    const names = () =>
      ['one', 'two', 'three'].map((connection) => sessionName(connections, { connection, id: '540' }));
    await add('one', 'Lab');
    assert.deepEqual(names(), ['540', '540', '540']);
    await add('two', 'Live');
    assert.deepEqual(names(), ['540 (Lab)', '540 (Live)', '540']);
    await add('three', 'Lab');
    assert.deepEqual(names(), ['540 (Lab, one.example.com)', '540 (Live)', '540 (Lab, three.example.com)']);
    await changes.rename('two', 'lab');
    assert.equal(new Set(names().map((name) => name.toLowerCase())).size, 3);
  });

  it('tells two servers behind one host apart', async () => {
    const { connections, changes } = memoryConnections(answering({ code: 200, remote_sessions: [] }));
    for (const id of ['one', 'two']) {
      await changes.add(given(id, { name: 'Lab', baseUrl: `https://proxy.example.com/${id}/`, verify: false }));
    }
    const names = ['one', 'two'].map((connection) => sessionName(connections, { connection, id: '540' }));
    assert.deepEqual(names, ['540 (Lab, proxy.example.com/one)', '540 (Lab, proxy.example.com/two)']);
  });
});

import assert from 'node:assert/strict';
import { relative, sep } from 'node:path';
import { sourcesUnder } from './sources.ts';

/** The folders of tests that are about the repository or its tools, not about a file of `src`. */
const others = ['repository', 'pam-server', 'leak', 'bench'];

const paths = (folder: string) => sourcesUnder(folder).map((path) => relative(folder, path).replaceAll(sep, '/'));

describe('the unit tests', () => {
  it('stand where their source stands and carry its name, before an optional second word', () => {
    const sources = new Set(paths('src'));
    const tests = paths('test/unit').filter((path) => path.endsWith('.test.ts'));
    const strays = tests.filter((test) => {
      const [folder = ''] = test.split('/');
      return !others.includes(folder) && !sources.has(test.replace(/(?:\.\w+)?\.test\.ts$/, '.ts'));
    });
    assert.ok(tests.length > 50);
    assert.deepEqual(strays, []);
  });
});

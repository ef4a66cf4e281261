import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../../..');

describe('the documents', () => {
  for (const name of ['README.md', 'README.pt-BR.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md']) {
    it(`lead from ${name} to files that are there`, () => {
      const links = [...readFileSync(path.join(root, name), 'utf8').matchAll(/\]\(([^)\s]+)\)/g)].map(
        ([, target = '']) => target.replace(/#.*$/, ''),
      );
      const lost = links.filter((target) => !/^([a-z]+:|$)/.test(target) && !existsSync(path.join(root, target)));
      assert.deepEqual(lost, []);
    });
  }
});

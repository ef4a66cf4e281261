import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { canary } from '../pam-server/canary.ts';
import { packagedExtension } from '../vscode/extensions.ts';
import { projectRoot } from '../vscode/places.ts';

/** All that ships. What is new here is added by hand, once it is clear that people need it. */
const expected = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/LICENSE.txt',
  'extension/changelog.md',
  'extension/dist/THIRD_PARTY_NOTICES.txt',
  'extension/dist/axios.cjs',
  'extension/dist/extension.cjs',
  'extension/dist/pages/codicon.ttf',
  'extension/dist/pages/compare.js',
  'extension/dist/pages/compare.style.css',
  'extension/dist/pages/detail.js',
  'extension/dist/pages/detail.style.css',
  'extension/dist/pages/table.js',
  'extension/dist/pages/table.style.css',
  ...['es', 'pt-br'].map((language) => `extension/l10n/bundle.l10n.${language}.json`),
  'extension/media/icon.png',
  'extension/media/icon.svg',
  ...['browse', 'connect', 'copy', 'open']
    .flatMap((name) => [name, `${name}-es`, `${name}-pt-br`])
    .flatMap((name) => [picture(name, 'dark'), picture(name, 'light')])
    .toSorted(),
  'extension/package.json',
  'extension/package.nls.es.json',
  'extension/package.nls.json',
  'extension/package.nls.pt-br.json',
  'extension/readme.md',
];

/** The parts of the extension that are loaded when they are needed; the names change with what is in them. */
const splitOff = /^extension\/dist\/\w+-[A-Z\d]{8}\.cjs$/;

describe('the packaged extension', () => {
  const files = unzipped(readFileSync(packagedExtension));

  it('holds what it needs and nothing else', () => {
    assert.deepEqual([...files.keys()].filter((name) => !splitOff.test(name)).toSorted(), expected);
  });

  it('holds the parts of the extension that are required, and no others', () => {
    const code = [...files].filter(([name]) => name.endsWith('.cjs'));
    const required = code.flatMap(([, content]) =>
      [...content.toString().matchAll(/require\("\.\/([^"]+)"\)/g)].map(([, name]) => `extension/dist/${name ?? ''}`),
    );
    assert.deepEqual(
      [...new Set([...required, 'extension/dist/extension.cjs'])].toSorted(),
      code.map(([name]) => name).toSorted(),
    );
  });

  it('knows neither the machine that made it nor the secrets of a test', () => {
    const telling = [...files].filter(([, content]) => content.includes(projectRoot) || content.includes(canary));
    assert.deepEqual(
      telling.map(([name]) => name),
      [],
    );
  });

  it('brings the licence of everything in it', () => {
    const notices = files.get('extension/dist/THIRD_PARTY_NOTICES.txt')?.toString() ?? '';
    for (const name of [
      'axios',
      'oauth-1.0a',
      'jsonc-parser',
      'valibot',
      '@vscode/webview-ui-toolkit',
      '@vscode/codicons',
    ]) {
      assert.match(notices, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(.+\\)\\n\\n.+`, 'm'), name);
    }
  });
});

function picture(name: string, theme: 'dark' | 'light'): string {
  return `extension/media/pictures/${name}-${theme}.png`;
}

/** The files of a zip by its central directory, each as it was before it was packed. */
function unzipped(zip: Buffer): ReadonlyMap<string, Buffer> {
  const end = zip.lastIndexOf('PK\u0005\u0006');
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const entry = zip.readUInt32LE(at + 42);
    const start = entry + 30 + zip.readUInt16LE(entry + 26) + zip.readUInt16LE(entry + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    files.set(name, zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed));
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return files;
}

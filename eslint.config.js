import js from '@eslint/js';
import { importX } from 'eslint-plugin-import-x';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Imports run downwards only: pages → shared ← host → core, and inside core: connections → pam → sessions → text, async.
 * Each room of the core may import from itself and from those named here.
 * @param {string} room @param {string[]} below
 */
const core = (room, below) => ({
  target: `./src/core/${room}`,
  from: './src/core',
  except: [room, ...below].map((name) => `./${name}`),
});

/** @param {string} room @param {string[]} below */
const pam = (room, below) => ({
  target: `./src/core/pam/${room}`,
  from: './src/core/pam',
  except: [room, ...below].map((name) => `./${name}`),
});

const layers = [
  { target: './src/core', from: ['./src/host', './src/shared', './src/pages', './src/extension.ts'] },
  core('failure.ts', []),
  core('text', []),
  core('async', ['failure.ts']),
  core('sessions', ['async', 'text', 'failure.ts']),
  core('pam', ['sessions', 'async', 'text', 'failure.ts']),
  core('connections', ['pam', 'sessions', 'async', 'text', 'failure.ts']),
  core('output', ['connections', 'pam', 'sessions', 'async', 'text', 'failure.ts']),
  pam('http', []),
  pam('records', []),
  pam('answer', ['http', 'records']),
  pam('auth', ['answer', 'http']),
  { target: './src/shared', from: ['./src/host', './src/pages', './src/core', './src/extension.ts'] },
  { target: './src/host', from: ['./src/pages', './src/extension.ts'] },
  { target: './src/pages', from: ['./src/core', './src/host', './src/extension.ts'] },
  { target: './src', from: './test' },
];

/** @param {string} name @param {string} message */
const banned = (name, message) => ({ name, message });
const noVscode = banned(
  'vscode',
  'Only src/host and src/extension.ts know VS Code; take what is needed as an argument.',
);
const toolkit = banned(
  '@vscode/webview-ui-toolkit',
  'The toolkit is registered in src/pages/registerToolkit.ts alone.',
);
const toolkitParts = { group: ['@vscode/webview-ui-toolkit/*'], message: toolkit.message };
const nodeParts = { group: ['node:*'], message: 'Pages run in a browser, and so does what they share with the host.' };
const lateVscode = { selector: "ImportExpression[source.value='vscode']", message: noVscode.message };
const browserOnly = ['document', 'window'].map((name) => banned(name, 'Only src/pages runs in a browser.'));

export default defineConfig(
  { ignores: ['dist', '.vscode-test'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      globals: { process: 'readonly' },
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { 'import-x': importX },
    settings: { 'import-x/extensions': ['.ts', '.js'], 'import-x/resolver': { node: { extensions: ['.ts', '.js'] } } },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': ['error', { zones: layers }],
      'no-restricted-imports': ['error', { paths: [toolkit], patterns: [toolkitParts] }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-imports': ['error', { paths: [noVscode, toolkit], patterns: [toolkitParts] }],
      'no-restricted-syntax': ['error', lateVscode],
    },
  },
  {
    files: ['src/shared/**', 'src/pages/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [noVscode, toolkit], patterns: [toolkitParts, nodeParts] }] },
  },
  {
    files: ['src/pages/registerToolkit.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [noVscode], patterns: [nodeParts] }] },
  },
  {
    files: ['src/core/**', 'src/host/**', 'src/extension.ts'],
    rules: { 'no-restricted-globals': ['error', ...browserOnly] },
  },
  { files: ['*.js', 'test/reporter.ts'], rules: { 'import-x/no-default-export': 'off' } },
);

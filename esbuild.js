import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';

const { production, watch, tests, bench } = parseArgs({
  options: {
    production: { type: 'boolean' },
    watch: { type: 'boolean' },
    tests: { type: 'boolean' },
    bench: { type: 'boolean' },
  },
}).values;

/** @type {import('esbuild').BuildOptions} */
const common = { bundle: true, sourcemap: !production, minify: production === true, logLevel: 'warning' };

/** @type {import('esbuild').BuildOptions} */
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  external: ['vscode'],
  // jsonc-parser's main file loads its parts in a way that no bundler follows.
  mainFields: ['module', 'main'],
};

/**
 * axios loads form-data, and with it a table of all MIME types, for uploads; this product never uploads.
 * @type {import('esbuild').Plugin}
 */
const withoutUploads = {
  name: 'without-uploads',
  setup(build) {
    build.onResolve({ filter: /^form-data$/ }, () => ({ path: 'form-data', namespace: 'empty' }));
    build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export default class {}' }));
  },
};

/**
 * axios is a file of its own, which Node reads at the first request: it is a third of all code, and VS Code waits for an
 * extension to be read before it shows the first view.
 * @type {import('esbuild').Plugin}
 */
const axiosApart = {
  name: 'axios-apart',
  setup(build) {
    build.onResolve({ filter: /^axios$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './axios.cjs', external: true } : undefined,
    );
  },
};

/** @type {import('esbuild').BuildOptions} */
const shippedNode = { ...node, outdir: 'dist', outExtension: { '.js': '.cjs' } };

/**
 * esbuild splits ES modules only, and VS Code requires CommonJS: each file that was split off is written as that.
 * @type {import('esbuild').Plugin}
 */
const writtenAsCommonJs = {
  name: 'written-as-common-js',
  setup(build) {
    build.onEnd(async ({ outputFiles = [] }) => {
      await mkdir('dist', { recursive: true });
      await Promise.all(outputFiles.map(async ({ path, text }) => writeFile(path, await asCommonJs(text))));
    });
  },
};

/** @param {string} text */
async function asCommonJs(text) {
  const { code } = await esbuild.transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node22',
    minify: production === true,
    sourcemap: production ? false : 'inline',
    // What is imported later is then required, and has its default export where it is looked for.
    supported: { 'dynamic-import': false },
  });
  return code;
}

/** @type {import('esbuild').BuildOptions[]} */
const builds = [
  {
    ...shippedNode,
    entryPoints: { extension: 'src/extension.ts' },
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    sourcemap: production ? false : 'inline',
    write: false,
    plugins: [axiosApart, writtenAsCommonJs],
  },
  {
    ...shippedNode,
    entryPoints: { axios: 'axios' },
    plugins: [withoutUploads],
    // To Node, the default export of what is required is all that it exports.
    footer: { js: 'module.exports = module.exports.default;' },
  },
  {
    ...common,
    entryPoints: {
      detail: 'src/pages/detail/main.ts',
      'detail.style': 'media/detail.css',
      table: 'src/pages/table/main.ts',
      'table.style': 'media/table.css',
      compare: 'src/pages/compare/main.ts',
      'compare.style': 'media/compare.css',
    },
    outdir: 'dist/pages',
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    loader: { '.ttf': 'file' },
    assetNames: '[name]',
  },
];
if (tests) {
  const suite = {
    ...node,
    entryPoints: { host: 'test/host/index.ts' },
    outdir: 'dist/test',
    outExtension: { '.js': '.cjs' },
  };
  builds.push({ ...suite, packages: 'external' });
}
if (bench) {
  builds.push({
    ...node,
    entryPoints: {
      process: 'test/bench/process.ts',
      host: 'test/bench/host.ts',
      activation: 'test/bench/activation.ts',
    },
    outdir: 'dist/test/bench',
    outExtension: { '.js': '.cjs' },
    plugins: [withoutUploads],
  });
}

/** @type {(json: string) => Record<'name' | 'version' | 'license', string>} */
const parse = JSON.parse;

/**
 * The folders of the packages that have a part in what ships.
 * @param {import('esbuild').Metafile} metafile
 */
function shipped({ outputs }) {
  const inputs = Object.entries(outputs).flatMap(([file, { inputs }]) =>
    file.startsWith('dist/test/') ? [] : Object.keys(inputs),
  );
  return inputs.flatMap((file) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
}

/**
 * Their names, versions and licences, as the licences ask.
 * @param {string[]} folders
 */
async function notices(folders) {
  const texts = [...new Set(folders)].sort().map(async (folder) => {
    const { name, version, license } = parse(await readFile(`${folder}/package.json`, 'utf8'));
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry));
    const text = file === undefined ? '' : await readFile(`${folder}/${file}`, 'utf8');
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  });
  return (await Promise.all(texts)).join(`\n${'-'.repeat(80)}\n\n`);
}

await rm('dist', { recursive: true, force: true });
if (watch) {
  const contexts = await Promise.all(builds.map((options) => esbuild.context({ ...options, logLevel: 'info' })));
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  const results = await Promise.all(builds.map((options) => esbuild.build({ ...options, metafile: true })));
  await writeFile('dist/THIRD_PARTY_NOTICES.txt', await notices(results.flatMap(({ metafile }) => shipped(metafile))));
}

// @ts-check
// Bundles Readout into dist/, and with `--tests` the suite that runs inside the editor. `--watch` rebuilds on change.
// `--package FOLDER` bundles what an installed extension holds into FOLDER/dist, as small as it gets.
import path from 'node:path';
import { build, context } from 'esbuild';
import { apart, copiedOnce, evaluatedLate } from './scripts/lib/loading.mjs';
import { readingVersion } from './scripts/lib/reading-version.mjs';
import { lexiconFiles, lexiconsApart, slimLexicons } from './scripts/lib/slim-lexicons.mjs';

/** @satisfies {import('esbuild').BuildOptions} */
const common = /** @type {const} */ ({
  bundle: true,
  platform: 'node',
  target: 'node20',
  // Node 20 knows \p{…}: else esbuild writes `new RegExp` for each literal that has it, compiled anew wherever it is met.
  supported: { 'regexp-unicode-property-escapes': true },
  format: 'cjs',
  sourcemap: true,
  // A library's ES modules resolve to one copy each, and what no one calls is left out.
  mainFields: /** @type {string[]} */ (['module', 'main']),
  logLevel: 'info',
});

/** What a web view loads. @satisfies {import('esbuild').BuildOptions} */
const page = /** @type {const} */ ({
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  mainFields: /** @type {string[]} */ (['browser', 'module', 'main']),
  minify: true,
  sourcemap: false,
});

/** What an editor in a browser loads: the extension, and the server as a web worker. @satisfies {import('esbuild').BuildOptions} */
const browser = /** @type {const} */ ({
  platform: 'browser',
  target: 'es2022',
  mainFields: /** @type {string[]} */ (['browser', 'module', 'main']),
});

/** What the handshake does without. */
const LIBRARIES = ['cacache', 'yaml'];
const librariesApart = apart(LIBRARIES);
const late = evaluatedLate([
  'reading/read.ts',
  'reading/layoutAlone.ts',
  'reading/analyse.ts',
  'reading/quotations.ts',
  'reading/warmUp.ts',
  'rules/index.ts',
  'rules/fix.ts',
]);

/** @type {import('esbuild').BuildOptions[]} */
const product = [
  { entryPoints: ['client/src/desktop.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  { entryPoints: ['client/src/map/main.ts'], outfile: 'dist/map.js', ...page },
  { entryPoints: ['client/src/map/map.css'], outfile: 'dist/map.css', ...page },
  {
    entryPoints: ['server/src/hosts/node.ts'],
    outfile: 'dist/server.js',
    plugins: [lexiconsApart, librariesApart, copiedOnce, late, readingVersion],
  },
  { entryPoints: ['server/src/hosts/stateThread.ts'], outfile: 'dist/states.js' },
  ...LIBRARIES.map(name => ({ entryPoints: [name], outfile: `dist/${name}.js` })),
  ...lexiconFiles,
  { entryPoints: ['client/src/browser.ts'], outfile: 'dist/browser/client.js', ...browser, external: ['vscode'] },
  {
    entryPoints: ['server/src/hosts/worker.ts'],
    outfile: 'dist/browser/server.js',
    ...browser,
    format: 'iife',
    plugins: [slimLexicons, copiedOnce, late],
  },
  {
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [lexiconsApart, librariesApart, readingVersion],
  },
];

/** @type {import('esbuild').BuildOptions[]} */
const tests = [
  // Mocha loads its reporters by path, so it stays outside the bundle.
  { entryPoints: ['test/editor/host/index.ts'], outfile: 'dist-test/host.js', external: ['vscode', 'mocha'] },
  {
    entryPoints: ['test/editor/web/index.ts'],
    outfile: 'dist-test/web.js',
    ...browser,
    external: ['vscode'],
    alias: { 'node:assert/strict': './test/editor/web/assert.ts' },
    // Mocha's build for browsers takes over `module.exports` of a CommonJS bundle.
    ...{ format: 'iife', globalName: 'suite', footer: { js: 'module.exports = suite;' } },
  },
];

const [flag, folder = ''] = process.argv.slice(2);

if (flag === '--watch') {
  for (const bundle of product) await (await context({ ...common, ...bundle })).watch();
} else if (flag === '--package') {
  const shipped = product.filter(({ outfile }) => outfile !== 'dist/cli.js');
  await Promise.all(shipped.map(bundle => build({ ...common, ...bundle, ...small(folder, bundle) })));
} else {
  await Promise.all((flag === '--tests' ? tests : product).map(bundle => build({ ...common, ...bundle })));
}

/** @param {string} folder @param {import('esbuild').BuildOptions} bundle */
function small(folder, { outfile = '' }) {
  return { outfile: path.join(folder, outfile), minify: true, sourcemap: false };
}

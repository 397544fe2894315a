import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The rooms of the server that are measured inside this process, bundled as they are shipped. */
export const loadBundle = () => bundled(entry);

/** What some TypeScript in the folder server/src exports. */
export function bundled(/** @type {string} */ contents) {
  const known = made.get(contents) ?? bundle(contents);
  made.set(contents, known);
  return known;
}

const made = new Map();

async function bundle(/** @type {string} */ contents) {
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  const folder = mkdtempSync(path.join(root, 'dist', 'bench-'));
  // It stays as long as the process, for whoever asks where in it time goes.
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const outfile = path.join(folder, 'bench.cjs');
  await build({
    stdin: { contents, resolveDir: path.join(root, 'server/src'), loader: 'ts' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: ['wink-nlp', 'wink-eng-lite-web-model'],
    outfile,
    logLevel: 'warning',
  });
  return createRequire(import.meta.url)(outfile);
}

const entry = `
  export { createMemory, readDocument } from './reading/read.ts';
  export * from './corpus/corpus.ts';
  export * from './corpus/facts.ts';
`;

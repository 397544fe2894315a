import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
  try {
    const outfile = path.join(folder, 'bench.cjs');
    await build({
      stdin: { contents, resolveDir: path.join(root, 'server/src'), loader: 'ts' },
      bundle: true,
      platform: 'node',
      target: 'node20',
      supported: { 'regexp-unicode-property-escapes': true },
      format: 'cjs',
      mainFields: ['module', 'main'],
      external: ['wink-nlp', 'wink-eng-lite-web-model'],
      outfile,
      logLevel: 'warning',
    });
    codes.set(outfile, readFileSync(outfile, 'utf8'));
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The code of each bundle by its file, which is there no more. @type {Map<string, string>} */
const codes = new Map();

/** The code of a bundle that this process has made, or of a file. */
export const codeOf = (/** @type {string} */ file) => codes.get(file) ?? readFileSync(file, 'utf8');

const entry = `
  export { createMemory } from './reading/memory.ts';
  export { readDocument } from './reading/read.ts';
  export * from './corpus/corpus.ts';
  export * from './corpus/facts.ts';
`;

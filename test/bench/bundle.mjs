import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The rooms of the server that are measured inside this process, bundled as they are shipped. */
export const loadBundle = () => bundled(entry);

/** What some TypeScript in the folder server/src exports. */
export async function bundled(/** @type {string} */ contents) {
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  const folder = mkdtempSync(path.join(root, 'dist', 'bench-'));
  try {
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
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const entry = `
  export { readDocument } from './reading/read.ts';
  export * from './corpus/corpus.ts';
  export * from './corpus/facts.ts';
  export { hover } from './features/hover.ts';
  export { highlights } from './features/highlights.ts';
  export { definition } from './features/definition.ts';
  export { outline } from './features/outline.ts';
  export { foldingRanges } from './features/foldingRanges.ts';
  export { selectionRanges } from './features/selectionRanges.ts';
  export { semanticTokens } from './features/semanticTokens.ts';
  export { inlayHints } from './features/inlayHints.ts';
  export { implementation } from './features/implementation.ts';
  export { callHierarchy, incomingCalls, outgoingCalls } from './features/callHierarchy.ts';
  export { documentLinks } from './features/documentLinks.ts';
  export { codeLens, lensTitle } from './features/codeLens.ts';
  export { workspaceSymbols } from './features/workspaceSymbols.ts';
`;

export const median = (/** @type {number[]} */ values) => percentile(values, 0.5);

export function percentile(/** @type {number[]} */ values, /** @type {number} */ part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Milliseconds that a call takes. */
export function time(/** @type {() => unknown} */ call) {
  const begun = performance.now();
  call();
  return performance.now() - begun;
}

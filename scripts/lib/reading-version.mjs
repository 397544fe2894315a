/**
 * An esbuild plugin that puts into `readingVersion.ts` a hash of the code that makes of a file's bytes what is saved of it:
 * the reader with its lexicons and libraries, and the way in which its findings are encoded. Nobody has to remember to raise it.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { slimLexicons } from './slim-lexicons.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const entries = ['protocol/reader.ts', 'store/savedFile.ts', 'reading/read.ts'];

export const readingVersion = {
  name: 'reading-version',
  setup(build) {
    build.onLoad({ filter: /hosts[\\/]readingVersion\.ts$/ }, async () => {
      const { version, inputs } = await measured();
      return { contents: `export const readingVersion = '${version}';`, loader: 'ts', watchFiles: inputs };
    });
  },
};

/** Without comments, names and white space, so that only what they do counts. */
async function measured() {
  const contents = entries.map((entry, at) => `export * as part${at} from './${entry}';`).join('\n');
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: path.join(root, 'server/src'), loader: 'ts' },
    ...{ bundle: true, minify: true, write: false, metafile: true, logLevel: 'silent' },
    ...{ platform: 'node', target: 'node20', format: 'cjs', mainFields: ['module', 'main'], plugins: [slimLexicons] },
  });
  const hash = createHash('sha256').update(outputFiles[0].contents).digest('hex');
  const inputs = Object.keys(metafile.inputs).filter(input => input !== '<stdin>');
  return { version: hash.slice(0, 16), inputs: inputs.map(input => path.resolve(input)) };
}

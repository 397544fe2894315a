// Makes a corpus to measure on: `node test/bench/generate.mjs --count 10000 --seed 1 --to FOLDER`. With `--story LENGTH` or
// `--bundle LENGTH` it writes a single document of so many characters, into the file FOLDER.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundled } from './bundle.mjs';

/** The generator, which is written in TypeScript beside the lexicons that it draws on. */
export const loadGenerator = () => bundled(`export * from '../../test/bench/generator/documents.ts';`);

/** Writes so many documents of a seed under a folder. @returns their paths and their length in characters */
export async function writeDocuments(folder, { count, seed }) {
  const { documentsOf } = await loadGenerator();
  const paths = [];
  let characters = 0;
  for (const { path: name, text } of documentsOf(seed, count)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    paths.push(file);
    characters += text.length;
  }
  return { paths, characters };
}

async function main() {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      to: { type: 'string' },
      story: { type: 'string' },
      bundle: { type: 'string' },
    },
  });
  if (!values.to) {
    console.error('Say where with --to FOLDER.');
    return 2;
  }
  const seed = Number(values.seed);
  if (values.story ?? values.bundle) {
    const { storyOf, bundleOf } = await loadGenerator();
    writeFileSync(
      values.to,
      values.story ? storyOf(seed, Number(values.story)) : bundleOf(seed, Number(values.bundle)),
    );
    return 0;
  }
  const { paths, characters } = await writeDocuments(values.to, { count: Number(values.count), seed });
  console.log(`${paths.length} documents, ${characters} characters`);
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main();

// `node test/bench/read.mjs`, with the paths of documents as lines of its input: reads them all, one after the other, and writes
// the milliseconds of processor that this took.
import { readFileSync } from 'node:fs';
import { loadBundle } from './bundle.mjs';
import { time } from './figures.mjs';

const paths = readFileSync(0, 'utf8').split('\n');
const { readDocument } = await loadBundle();
// What is loaded once is no document's.
readDocument(readFileSync(paths[0], 'utf8'));
let sum = 0;
for (const file of paths) {
  const text = readFileSync(file, 'utf8');
  sum += time(() => readDocument(text));
}
console.log(sum);

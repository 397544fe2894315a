import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './bundle.mjs';
import { loadGenerator } from './generate.mjs';

/** Every figure is about documents of this seed. */
export const seed = 1;

/** The generated ones, and the texts in which edits and requests are measured: 1 MB and 100 kB. */
export async function generated() {
  const { documentsOf, storyOf, bundleOf, guestOf } = await loadGenerator();
  return {
    documents: count => Array.from(documentsOf(seed, count), ({ text }) => text),
    story: length => storyOf(seed, length),
    bundle: length => bundleOf(seed, length),
    guest: guestOf(seed),
  };
}

/** The project's own samples. */
export const samples = () => {
  const folder = path.join(root, 'seeds');
  return readdirSync(folder).map(name => readFileSync(path.join(folder, name), 'utf8'));
};

/** Real news beside the project; null where it is not there. */
export function news() {
  const file = path.join(root, '../shared/data/wikinews.load.jsonl');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map(line => /** @type {string} */ (JSON.parse(line).text));
}

/** Where a text can be edited: in the middle of words of its paragraphs, all over it. */
export function placesIn(/** @type {string} */ text, /** @type {number} */ count) {
  const places = [];
  for (let n = 0; n < count; n++) {
    // Steps of the golden ratio spread evenly, whatever the count.
    const offset = Math.floor((((n + 1) * 0.6180339887) % 1) * (text.length - 200));
    const letters = /[a-z]{3}(?=[a-z])/g;
    letters.lastIndex = offset;
    const found = letters.exec(text);
    if (found) places.push(found.index + 2);
  }
  return places;
}

/** Offsets as lines and columns. */
export function positions(/** @type {string} */ text, /** @type {number[]} */ offsets) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return offsets.map(offset => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - starts[low] };
  });
}

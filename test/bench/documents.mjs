import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './bundle.mjs';

/** Documents to measure on: the load set beside the project where it is there, else the project's own seeds. */
export function documents() {
  const seeds = readdirSync(path.join(root, 'seeds')).map(name => readFileSync(path.join(root, 'seeds', name), 'utf8'));
  const load = path.join(root, '../shared/data/wikinews.load.jsonl');
  const all = existsSync(load)
    ? readFileSync(load, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map(line => /** @type {string} */ (JSON.parse(line).text))
    : seeds;
  return {
    source: existsSync(load) ? 'wikinews.load.jsonl' : 'seeds',
    all,
    seeds,
    characters: all.reduce((sum, text) => sum + text.length, 0),
  };
}

const syllables = 'ba do ki lo mu ne pa ri so ta ve zu har len mor tin vas wen'.split(' ');

/** The nth of many invented surnames. */
function surname(/** @type {number} */ n) {
  const parts = [n % 18, Math.floor(n / 18) % 18, Math.floor(n / 324) % 18].map(at => syllables[at]);
  const word = parts.join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A seed in which every capitalised word that is not at the start of a sentence bears an invented surname behind it now and then. */
export function varied(/** @type {string} */ text, /** @type {number} */ n) {
  let seen = 0;
  return text.replace(/(?<=[a-z,] )([A-Z][a-z]{3,})(?= [a-z])/g, word =>
    seen++ % 4 === 0 ? surname(n * 31 + seen) : word,
  );
}

/** One document of a length, made of the seeds' paragraphs over and over with varied names. */
export function documentOf(/** @type {string[]} */ seeds, /** @type {number} */ length) {
  const parts = [];
  for (let n = 0, size = 0; size < length; n++) {
    const part = varied(seeds[n % seeds.length] ?? '', n);
    parts.push(part);
    size += part.length + 1;
  }
  return `${parts.join('\n').slice(0, length - 1)}\n`;
}

// @ts-check
// The sets that readings are measured on, how their records become gold of our form, and what is asked of each.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fromGum } from './conventions/gum.mjs';
import { fromMeantime } from './conventions/meantime.mjs';
import { fromRe3d } from './conventions/re3d.mjs';

/**
 * @typedef {{ floor: number, reach: number }} Goal
 * @typedef {{ name: string, file: string }} SetFile
 */

/** Floors and what to reach for, on F1 or the share that is right. @type {Record<string, Record<string, Goal>>} */
export const goals = {
  'seeds.dev': { 'who said what': { floor: 0.95, reach: 0.98 } },
  'readouts.gold': {
    'who said what': { floor: 0.92, reach: 0.97 },
    'continued statements': { floor: 0.85, reach: 0.95 },
    'pronouns of persons': { floor: 0.88, reach: 0.95 },
    'nominals of persons': { floor: 0.88, reach: 0.95 },
  },
  'wikinews.gold': {
    'who said what': { floor: 0.8, reach: 0.92 },
    'content @.8': { floor: 0.78, reach: 0.9 },
    'named persons': { floor: 0.9, reach: 0.96 },
    'named organisations': { floor: 0.8, reach: 0.9 },
    'named places': { floor: 0.88, reach: 0.95 },
    'pronouns of persons': { floor: 0.85, reach: 0.94 },
  },
  'gum-news.dev': {
    'content @.3': { floor: 0.75, reach: 0.83 },
    'content @.8': { floor: 0.58, reach: 0.68 },
    'speaker right, of found': { floor: 0.92, reach: 0.96 },
    'pronouns of persons': { floor: 0.75, reach: 0.88 },
    'dates right': { floor: 0.85, reach: 0.95 },
  },
  'meantime.dev': {
    'named persons': { floor: 0.85, reach: 0.93 },
    'named organisations': { floor: 0.7, reach: 0.82 },
    'named places': { floor: 0.8, reach: 0.9 },
    'linking across documents': { floor: 0.85, reach: 0.93 },
  },
  'polnear.dev': {
    'content @.3': { floor: 0.7, reach: 0.8 },
    'content @.8': { floor: 0.56, reach: 0.65 },
    'speaker right, of found': { floor: 0.9, reach: 0.94 },
    'content @.3, speech only, recall': { floor: 0.88, reach: 0.96 },
  },
};

export const standardSets = [
  'seeds.dev',
  'readouts.gold',
  'wikinews.gold',
  'gum-news.dev',
  'polnear.dev',
  'meantime.dev',
  're3d.dev',
];

/** Sets annotated in our own convention, by which confidences are judged. */
export const isOurConvention = (/** @type {string} */ name) => /^(?:seeds|readouts|wikinews)\./.test(name);

const conventions = { 'gum-news': fromGum, meantime: fromMeantime, re3d: fromRe3d };

/** Every `NAME.jsonl` in the folders, but those without annotation (`*.load.jsonl`); of two with one name, the later folder's. @param {readonly string[]} folders */
export function findSets(folders) {
  /** @type {Map<string, SetFile>} */
  const found = new Map();
  for (const folder of folders.filter(existsSync)) {
    for (const file of readdirSync(folder)
      .filter(name => name.endsWith('.jsonl') && !name.endsWith('.load.jsonl'))
      .sort()) {
      const name = file.slice(0, -'.jsonl'.length);
      found.set(name, { name, file: path.join(folder, file) });
    }
  }
  return found;
}

/** The gold of a set in our form; the first part of its name tells the convention. @param {SetFile} set @returns {any[]} */
export function readGold({ name, file }) {
  const convert =
    conventions[/** @type {keyof typeof conventions} */ (name.split('.')[0])] ??
    ((/** @type {any} */ record) => record);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim())
    .map((line, index) => {
      try {
        return convert(JSON.parse(line));
      } catch (error) {
        throw new Error(`${path.basename(file)}, line ${index + 1}: ${error instanceof Error ? error.message : error}`);
      }
    });
}

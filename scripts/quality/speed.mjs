// @ts-check
import { loadBundle } from '../../test/bench/bundle.mjs';
import { besideTagger } from '../../test/bench/reading.mjs';

export const speedGoal = { floor: 2.2, reach: 1.5 };

/** @param {readonly string[]} texts @returns {Promise<number>} Reading time as a ratio to the tagger's; smaller is faster. */
export async function readingToTokens(texts) {
  const { readDocument } = await loadBundle();
  return besideTagger(readDocument, texts).ratio;
}

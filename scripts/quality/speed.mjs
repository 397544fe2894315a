// @ts-check
import { loadBundle } from '../../test/bench/bundle.mjs';
import { besideTagger, leanPipes } from '../../test/bench/reading.mjs';

export const speedGoal = { floor: 2.2, reach: 1.5 };

/**
 * Reading time as a ratio to the tagger's, as it comes and with sentences and parts of speech alone; smaller is faster.
 * @param {readonly string[]} texts
 */
export async function readingToTokens(texts) {
  const { readDocument } = await loadBundle();
  return {
    ratio: besideTagger(readDocument, texts).ratio,
    lean: besideTagger(readDocument, texts, leanPipes).ratio,
  };
}

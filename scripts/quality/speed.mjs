// @ts-check
// The time of reading beside wink-nlp's own readDoc over the same paragraphs, in turns in one process.
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { loadBundle, median, time } from '../../test/bench/bundle.mjs';

export const speedGoal = { floor: 2.2, reach: 1.5 };

/** @param {readonly string[]} texts @param {number} [rounds] @returns {Promise<number>} The median ratio; smaller is faster. */
export async function readingToTokens(texts, rounds = 5) {
  const { readDocument } = await loadBundle();
  const nlp = winkNLP(model, ['sbd', 'pos']);
  const paragraphs = texts.flatMap(text =>
    readDocument(text)
      .blocks.filter((/** @type {any} */ { kind }) => kind !== 'trailer' && kind !== 'boilerplate')
      .map((/** @type {any} */ { start, end }) => text.slice(start, end)),
  );
  const ratios = Array.from({ length: rounds }, () => {
    const tokens = time(() => paragraphs.map(paragraph => nlp.readDoc(paragraph)));
    return time(() => texts.map(text => readDocument(text))) / tokens;
  });
  return median(ratios);
}

// @ts-check
// What a confidence, or a reason, is worth: how many of those that have it are right.

export const bins = /** @type {const} */ (['≥ .9', '.8–.9', '.7–.8', '< .7']);

/** @param {number} confidence */
const binOf = confidence => bins[confidence >= 0.9 ? 0 : confidence >= 0.8 ? 1 : confidence >= 0.7 ? 2 : 3];

/**
 * Statements by confidence. Right: content at least .5 and the speaker; those that answer optional ones are left out.
 * @param {readonly import('./figures.mjs').Judgement[]} judgements
 */
export function statementCalibration(judgements) {
  const judged = judgements
    .flatMap(one => one.statements ?? [])
    .flatMap(({ found, spurious }) => [
      ...found.map(({ read, who, overlap }) => ({ key: binOf(read.confidence), right: who && overlap >= 0.5 })),
      ...spurious.map(read => ({ key: binOf(read.confidence), right: false })),
    ]);
  return tally(judged);
}

/** Pronouns and nominals by confidence where links have one. @param {readonly import('./figures.mjs').Judgement[]} judgements */
export function linkCalibration(judgements) {
  return tally(
    resolved(judgements)
      .filter(({ read }) => typeof read.confidence === 'number')
      .map(({ read, right }) => ({ key: binOf(read.confidence), right })),
  );
}

/** Pronouns and nominals by their reason; a name at the end of one is left out. @param {readonly import('./figures.mjs').Judgement[]} judgements */
export function reasonCalibration(judgements) {
  return tally(
    resolved(judgements).map(({ read, right }) => ({
      key: (read.because ?? 'none').replace(/^.* → | of \p{Lu}.*$/gu, ''),
      right,
    })),
  );
}

const resolved = (/** @type {readonly import('./figures.mjs').Judgement[]} */ judgements) =>
  judgements.flatMap(({ references }) => references).filter(({ read }) => read?.entities?.length > 0);

/** @param {readonly { key: string, right: boolean }[]} judged @returns {Map<string, { right: number, of: number }>} */
function tally(judged) {
  const counts = new Map();
  for (const { key, right } of judged) {
    const { right: before, of } = counts.get(key) ?? { right: 0, of: 0 };
    counts.set(key, { right: before + Number(right), of: of + 1 });
  }
  return counts;
}

// @ts-check
// Who said what: each statement of the gold beside the one that the reading has for it.
import { speakerOf } from './entities.mjs';
import { jaccard, lettersIn, overlaps } from './spans.mjs';

/**
 * @typedef {{ wanted: any, read: any, overlap: number, who: boolean, cue: boolean, directness: boolean }} Found
 *   `overlap`: Jaccard of the letters of the two contents. `who`, `cue`, `directness`: whether these are right.
 * @typedef {{ found: Found[], missed: any[], spurious: any[], allowed: any[] }} StatementJudgement
 *   `allowed`: statements of the reading that answer optional ones; they count neither for nor against it.
 */

const leastOverlap = 0.3;

/** @param {any} gold @param {any} reading @returns {StatementJudgement} */
export function judgeStatements(gold, reading) {
  const { text } = gold;
  const wanted = gold.quotes ?? [];
  const read = reading.statements ?? [];
  const partners = pair(wanted, read, text);
  const speaker = speakerOf(gold, reading);
  /** @type {StatementJudgement} */
  const judgement = { found: [], missed: [], spurious: [], allowed: [] };
  for (const quote of wanted) {
    if (quote.optional) continue;
    const partner = partners.get(quote);
    if (!partner) {
      judgement.missed.push(quote);
      continue;
    }
    const statement = partner.read;
    judgement.found.push({
      wanted: quote,
      read: statement,
      overlap: partner.overlap,
      who: speaker(quote, statement),
      cue: overlaps(quote.cue, statement.cue, text),
      directness: quote.type === statement.directness,
    });
  }
  const answering = new Map([...partners].map(([quote, { read }]) => [read, quote]));
  for (const statement of read) {
    const quote = answering.get(statement);
    if (!quote) judgement.spurious.push(statement);
    else if (quote.optional) judgement.allowed.push(statement);
  }
  return judgement;
}

/**
 * Pairs one to one, the best overlaps first; of equal ones, those that are asked for.
 * @param {any[]} wanted @param {any[]} read @param {string} text
 * @returns {Map<any, { read: any, overlap: number }>}
 */
function pair(wanted, read, text) {
  const letters = new Map(read.map(statement => [statement, lettersIn(contentOf(statement), text)]));
  const ranked = wanted
    .flatMap(quote => {
      const contents = contentsOf(quote).map(spans => lettersIn(spans, text));
      return read.map(statement => ({
        quote,
        read: statement,
        overlap: Math.max(...contents.map(content => jaccard(content, letters.get(statement) ?? new Set()))),
      }));
    })
    .filter(({ overlap }) => overlap >= leastOverlap)
    .sort((a, b) => b.overlap - a.overlap || Number(Boolean(a.quote.optional)) - Number(Boolean(b.quote.optional)));
  const partners = new Map();
  const taken = new Set();
  for (const { quote, read: statement, overlap } of ranked) {
    if (partners.has(quote) || taken.has(statement)) continue;
    partners.set(quote, { read: statement, overlap });
    taken.add(statement);
  }
  return partners;
}

/** The spans of a statement's content. @param {any} statement */
export const contentOf = statement => statement.spans ?? [statement];

/** A quote's content and the other readings of its bounds that are as right. @param {any} quote */
const contentsOf = quote => [contentOf(quote), ...(quote.alternatives ?? []).map((/** @type {any} */ span) => [span])];

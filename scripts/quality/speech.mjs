// @ts-check
// Two people agree on nearly every statement whose cue is a verb of saying, and on few of the others. These are the verbs
// by which the shared measure tells the two apart; the product's lexicon has no part in it, so that no change moves the measure.

const forms = new Set(
  `say says said saying tell tells told telling add adds added adding wrote writes writing ask asks asked asking
  noted notes noting reported reports argued argues arguing stated states stating replied replies continued urged urges
  urging denied denies quipped complained`.split(/\s+/),
);
const stems =
  `announc tweet explain stress warn claim suggest declar insist respond acknowledg recall emphasi reiterat vow
  pledg promis conced remark admit assert tout criticiz`.split(/\s+/);
const withParticle = /\b(?:according to|call(?:s|ed|ing)? (?:for|on))\b/i;

/** Whether a cue is a verb of saying. @param {string} cue */
export function isSaying(cue) {
  if (withParticle.test(cue)) return true;
  const words = cue.toLowerCase().match(/\w+/g) ?? [];
  return words.some(word => forms.has(word) || stems.some(stem => word.startsWith(stem)));
}

/** The gold with statements of other cues, or none, made optional. @param {any} gold */
export function speechOnly(gold) {
  const quotes = (gold.quotes ?? []).map((/** @type {any} */ quote) =>
    quote.cue && isSaying(gold.text.slice(quote.cue.start, quote.cue.end)) ? quote : { ...quote, optional: true },
  );
  return { ...gold, quotes };
}

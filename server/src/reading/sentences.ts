import type { Quotation, Sentence, Token } from './language.ts';
import { CUE_FORMS, TIME_WORDS } from './lexicon/cues.ts';

const TERMINAL = /^[.!?…]+$/;
const CLOSER = /^["”’'»)\]]+$/;
const CAPITAL_OR_OPENER = /^["“‘'«([\p{Lu}\p{N}]/u;

/** Abbreviations that a capitalised word follows inside a sentence. */
const BEFORE_A_NAME = new Set(
  'mr. mrs. ms. dr. prof. gen. lt. col. capt. sgt. maj. adm. cmdr. gov. sen. rep. rev. hon. st. mt. fr. sr. sra. pres. amb. sec. dep. det. insp. supt. spc. pfc. cpl. pvt. messrs. mme. v. vs. no. nos. jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. art. fig. vol. pp. cf. e.g. i.e.'.split(
    ' ',
  ),
);

/** No sentence that was written to be read has more words; what has is cut, so that it costs no more than its length. */
const LONGEST_SENTENCE = 600;

/**
 * Sentences over a paragraph's tokens. Quotations stay whole: a sentence ends inside none, but may end with one.
 */
export function findSentences(text: string, tokens: readonly Token[], quotations: readonly Quotation[]): Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  let q = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    while (q < quotations.length && (quotations[q] as Quotation).end <= token.start) q++;
    const quotation = quotations[q];
    const inside = quotation !== undefined && quotation.start <= token.start && token.end < quotation.end;
    const overlong = i - first >= LONGEST_SENTENCE;
    if (!overlong && inside && !endsQuotation(tokens, i, quotation)) continue;
    if (!overlong && !endsSentence(text, tokens, i)) continue;
    if (inside && /^[?!]/.test(token.text) && isAttributedBehind(tokens, i)) continue;
    let last = i + 1;
    while (
      last < tokens.length &&
      CLOSER.test((tokens[last] as Token).text) &&
      !opensAgain(text, tokens[last] as Token)
    )
      last++;
    sentences.push(sentence(tokens, first, last));
    first = last;
    i = last - 1;
  }
  if (first < tokens.length) sentences.push(sentence(tokens, first, tokens.length));
  return sentences;
}

const sentence = (tokens: readonly Token[], first: number, last: number): Sentence => ({
  first,
  last,
  start: (tokens[first] as Token).start,
  end: (tokens[last - 1] as Token).end,
});

/** The stop before a closing mark ends the sentence together with its quotation. */
function endsQuotation(tokens: readonly Token[], i: number, quotation: Quotation): boolean {
  let next = i + 1;
  while (next < tokens.length && CLOSER.test((tokens[next] as Token).text)) next++;
  return next > i + 1 && (tokens[next - 1] as Token).end >= quotation.end;
}

/** '"Why?" Kern asked.': the attribution behind a question belongs to its sentence. */
function isAttributedBehind(tokens: readonly Token[], i: number): boolean {
  let k = i + 1;
  while (k < tokens.length && CLOSER.test((tokens[k] as Token).text)) k++;
  for (const end = Math.min(tokens.length, k + 7); k < end; k++) {
    const { lower, pos, text } = tokens[k] as Token;
    const cue = CUE_FORMS.get(lower);
    if (cue?.form === 'past' && cue.verb.quotation)
      return (
        /^(?:[.,]|in|on|at|during|after|to)?$/.test(tokens[k + 1]?.lower ?? '') ||
        TIME_WORDS.has(tokens[k + 1]?.lower ?? '')
      );
    if (!/^(DET|ADJ|NOUN|PROPN|PRON|ADP)$/.test(pos) && !/^\p{Lu}/u.test(text)) return false;
  }
  return false;
}

const opensAgain = (text: string, mark: Token): boolean =>
  /^["'«(]/.test(mark.text) && text[mark.start - 1]?.trim() === '' && (text[mark.end] ?? ' ').trim() !== '';

/** Nearly every token shows by its last character that it ends no sentence. */
function mayEndSentence(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last === 0x2e || last === 0x21 || last === 0x3f || last === 0x2026 || last === 0x3b;
}

function endsSentence(text: string, tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  if (!mayEndSentence(token.text)) return false;
  if (token.text === ';') return tokens.length - i > 5 && i > 5;
  const abbreviation = token.text.length > 1 && token.text.endsWith('.') && !TERMINAL.test(token.text);
  if (!TERMINAL.test(token.text) && !abbreviation) return false;
  let next = i + 1;
  while (next < tokens.length && CLOSER.test((tokens[next] as Token).text) && !opensAgain(text, tokens[next] as Token))
    next++;
  const following = tokens[next];
  if (!following) return true;
  if (text.slice((tokens[next - 1] as Token).end, following.start) === '') return false;
  if (!CAPITAL_OR_OPENER.test(following.text)) return false;
  if (!abbreviation) return true;
  if (BEFORE_A_NAME.has(token.lower) || /^\p{Lu}\.$/u.test(token.text)) return false;
  // "listen in.": a common word that ends in a stop is no abbreviation.
  if (/^\p{Ll}+\.$/u.test(token.text)) return true;
  // "U.S. President", "Corp. Chairman": an abbreviation ends a sentence only before a word that seldom follows one.
  return /^(The|A|An|It|He|She|They|We|In|On|At|But|And|This|That|However|Meanwhile|"|“)$/.test(following.text);
}

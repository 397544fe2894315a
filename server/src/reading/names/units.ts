import type { Paragraph, PartOfSpeech, Token } from '../language.ts';
import { isOffice } from '../lexicon/titles.ts';
import type { Span } from '../model.ts';
import { lookUp } from './gazetteer.ts';

/**
 * A word as names are built from it: a token, or several that hyphens join ("Jean-Yves", "al-Abadi").
 * Punctuation marks are units too. Offsets are into the paragraph's text.
 * A plain small word inside its sentence, as most are, is its own token: whatever sets a unit apart is optional.
 */
export interface Unit extends Span {
  readonly text: string;
  readonly lower: string;
  readonly pos: PartOfSpeech;
  /** Begins like a name: with a capital, or with an Arabic article before one. */
  readonly capital?: boolean;
  /** Two or more letters, all capitals: "WHO", "BEIJING". */
  readonly shouted?: boolean;
  /** A punctuation mark or a clitic, no word. */
  readonly mark?: boolean;
  /** Stands where any word would have a capital: first in its sentence or in a quotation. */
  readonly opens?: boolean;
  /** No white space before it. */
  readonly glued?: boolean;
}

const HYPHEN = /^[-‐‑–]$/;
const ARTICLE_PREFIX = /^(?:al|el|as|ash|an|ar|at|ad|az|ul|ud|bin|ben|abu|ibn|d|de|la|le)$/;
const ENGLISH_PREFIX =
  /^(?:anti|pro|non|ex|then|mid|post|pre|former|self|un|trans|inter|sub|neo|near|semi|co|all|multi|early|late|now|arch|intra|quasi|pseudo|super)$/i;
const COMPOUND_TAIL =
  /^(?:led|run|made|born|held|wide|style|era|based|language|area|century|friendly|bound|native|wing|class|level|type|like|only|free|built|flagged|registered|majority|side|time|related|level|sized|plus|speaking|affiliated|\p{Ll}{3,}(?:ed|ing))$/u;
const CLITIC = /^['’]\p{L}{1,2}$/u;
/** A label of a stamp, run into the name before it: "Lusaka CourierUpdated:". */
const GLUED_LABEL = /^(.*\p{Ll})(Updated|Published|Posted|Modified|Created|Source)$/u;
const OPENING = /^["“‘«:•*>]$/;
const CAPITAL = /^(?:[\p{Lu}\p{Lt}]|(?:\p{Ll}{1,3}[-'’])\p{Lu}|[a-z]\p{Lu})/u;
const SHOUTED = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;

export function unitsOf({ text, tokens, sentences }: Paragraph): readonly Unit[] {
  const units: Unit[] = [];
  let opening = true;
  let sentence = 0;
  for (let i = 0; i < tokens.length; ) {
    const last = endOfWord(tokens, i);
    const head = tokens[i] as Token;
    const tail = tokens[last - 1] as Token;
    while ((sentences[sentence]?.first ?? Number.POSITIVE_INFINITY) < i) sentence++;
    if (sentences[sentence]?.first === i) opening = true;
    const glued = i > 0 && (tokens[i - 1] as Token).end === head.start;
    const single = last === i + 1;
    i = last;
    const { start, pos } = head;
    const { end } = tail;
    if (single && isSmallLetter(head.text.charCodeAt(0)) && head.text === head.lower) {
      // Most words are plain and small: nothing needs to be looked at twice.
      units.push(
        opening || glued ? { start, end, text: head.text, lower: head.lower, pos, opens: opening, glued } : head,
      );
      opening = false;
      continue;
    }
    const written = single ? head.text : text.slice(start, end);
    const lower = single ? head.lower : written.toLowerCase();
    const word = /[\p{L}\p{N}]/u.test(written) && !CLITIC.test(written);
    const label = written.length > 7 ? GLUED_LABEL.exec(written)?.[2] : undefined;
    if (label) {
      const name = text.slice(start, end - label.length);
      units.push({ ...plainUnit(name, start, pos), capital: /^\p{Lu}/u.test(name), opens: opening, glued });
      units.push({ ...plainUnit(label, end - label.length, 'VERB'), glued: true });
      continue;
    }
    units.push({
      start,
      end,
      text: written,
      lower,
      pos,
      capital: CAPITAL.test(written),
      shouted: written !== lower && SHOUTED.test(written),
      mark: !word,
      opens: opening,
      glued,
    });
    opening = word ? false : opening || OPENING.test(written);
  }
  return units;
}

function isSmallLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

function plainUnit(text: string, start: number, pos: PartOfSpeech): Unit {
  const lower = text.toLowerCase();
  return { start, end: start + text.length, text, lower, pos };
}

/** The index after the last token of the word that begins at `first`. */
function endOfWord(tokens: readonly Token[], first: number): number {
  let last = first + 1;
  while (last < tokens.length) {
    const before = tokens[last - 1] as Token;
    const after = tokens[last] as Token;
    if (after.start !== before.end) break;
    // A tagger may break a word at a letter that it does not know.
    if (/^[\p{L}\p{M}]/u.test(after.text) && /[\p{L}\p{M}]$/u.test(before.text)) {
      last++;
      continue;
    }
    const beyond = tokens[last + 1];
    if (!beyond || beyond.start !== after.end || !HYPHEN.test(after.text)) break;
    if (!/^[\p{L}\p{N}]/u.test(before.text) || !/^[\p{L}\p{N}]/u.test(beyond.text)) break;
    if (!joins(before, beyond, after.text)) break;
    last += 2;
  }
  return last;
}

function joins(before: Token, after: Token, hyphen: string): boolean {
  const capital = /^\p{Lu}/u.test(before.text);
  const nextCapital = /^\p{Lu}/u.test(after.text);
  if (!capital && nextCapital) return !ENGLISH_PREFIX.test(before.text) || ARTICLE_PREFIX.test(before.text);
  if (!capital) return true;
  if (ENGLISH_PREFIX.test(before.text)) return false;
  if (!nextCapital) return /^\p{N}/u.test(after.text) || !(COMPOUND_TAIL.test(after.text) || isOffice(after.lower));
  return hyphen !== '–' && !(isKnown(before.text) && isKnown(after.text));
}

function isKnown(word: string): boolean {
  const entry = lookUp(word);
  return entry !== null && (entry.kind !== 'place' || entry.weight > 1 || /^\p{Lu}+$/u.test(word));
}

import type { Paragraph, PartOfSpeech, Token } from '../language.ts';
import { ENGLISH_PREFIXES } from '../lexicon/name-parts.ts';
import { isOffice } from '../lexicon/titles.ts';
import type { Span } from '../model.ts';
import { lookUp } from './gazetteer.ts';
import { type Word, wordWritten } from './word.ts';

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
  /** What the word itself tells, where that has been looked up. */
  readonly word?: Word;
}

const HYPHEN = /^[-‐‑–]$/;
const ARTICLE_PREFIX = /^(?:al|el|as|ash|an|ar|at|ad|az|ul|ud|bin|ben|abu|ibn|d|de|la|le)$/;
const COMPOUND_TAIL =
  /^(?:led|run|made|born|held|wide|style|era|based|language|area|century|friendly|bound|native|wing|class|level|type|like|only|free|built|flagged|registered|majority|side|time|related|level|sized|plus|speaking|affiliated|centric|leaning|dominated|\p{Ll}{3,}ist|\p{Ll}{3,}(?:ed|ing))$/u;
/** Last parts of addresses on the web: "Helvion.com". */
const DOMAINS: ReadonlySet<string> = new Set(['com', 'org', 'net', 'co', 'au', 'uk', 'tv', 'info', 'io', 'gov']);
/** A label of a stamp, run into the name before it: "Lusaka CourierUpdated:". */
const GLUED_LABEL = /^(.*\p{Ll})(Updated|Published|Posted|Modified|Created|Source)$/u;
/** Marks after which a sentence or a quotation begins. */
const OPENING: ReadonlySet<string> = new Set(['"', '“', '‘', '«', ':', '•', '*', '>']);

/** The units of a paragraph. */
export interface Units {
  readonly units: readonly Unit[];
  /** The indices of those that have a capital. */
  readonly capitals: readonly number[];
}

export function unitsOf({ text, tokens, sentences }: Paragraph): Units {
  // Most words are plain and small, and stay what they are.
  const units: Unit[] = tokens.slice();
  const capitals: number[] = [];
  let size = 0;
  let opening = true;
  let sentence = 0;
  let sentenceFirst = sentences[0]?.first ?? -1;
  let endBefore = -1;
  for (let i = 0; i < tokens.length; ) {
    const head = tokens[i] as Token;
    const { start } = head;
    const glued = endBefore === start;
    endBefore = head.end;
    while (sentenceFirst < i && sentence < sentences.length) sentenceFirst = sentences[++sentence]?.first ?? -1;
    if (sentenceFirst === i) opening = true;
    const next = i + 1 < tokens.length ? (tokens[i + 1] as Token) : undefined;
    const last = next?.start === endBefore && mayJoin(next) ? endOfWord(tokens, i) : i + 1;
    const single = last === i + 1;
    const plain = single && !opening && !glued && isSmallLetter(head.text.charCodeAt(0)) && head.text === head.lower;
    i = last;
    if (plain) {
      if (units[size] !== head) units[size] = head;
      size++;
      continue;
    }
    if (!single) endBefore = (tokens[last - 1] as Token).end;
    const written = single ? head.text : text.slice(start, endBefore);
    const label = written.length > 7 ? labelIn(written) : '';
    if (label !== '') {
      const seam = endBefore - label.length;
      const name = wordWritten(text.slice(start, seam));
      if (name.capital) capitals.push(size);
      units[size++] = unitOf(start, name, head.pos, opening, glued);
      units[size++] = { ...unitOf(seam, wordWritten(label), 'VERB', false, true), capital: false };
      continue;
    }
    const word = wordWritten(written);
    if (single && word.prefix > 0) {
      const [prefix, rest] = [written.slice(0, word.prefix), written.slice(word.prefix + 1)].map(wordWritten) as [
        Word,
        Word,
      ];
      const hyphen = start + word.prefix;
      if (prefix.capital) capitals.push(size);
      units[size++] = unitOf(start, prefix, 'ADJ', opening, glued);
      units[size++] = unitOf(hyphen, wordWritten('-'), 'PUNCT', false, true);
      if (rest.capital) capitals.push(size);
      units[size++] = unitOf(hyphen + 1, rest, head.pos, false, true);
      opening = false;
      continue;
    }
    if (word.capital) capitals.push(size);
    units[size++] = unitOf(start, word, head.pos, opening, glued);
    opening = word.mark && (opening || OPENING.has(written));
  }
  units.length = size;
  return { units, capitals };
}

function unitOf(start: number, word: Word, pos: PartOfSpeech, opens: boolean, glued: boolean): Unit {
  const { text, lower, capital, shouted, mark } = word;
  return { start, end: start + text.length, text, lower, pos, capital, shouted, mark, opens, glued, word };
}

/** Whether a token right behind another may belong to the same word: a hyphen, a full stop or a letter. */
function mayJoin({ text }: Token): boolean {
  const code = text.charCodeAt(0);
  return code === 0x2d || code === 0x2e || isSmallLetter(code) || (code >= 65 && code <= 90) || code > 0x7f;
}

function isSmallLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** The label that is run into the end of a name, empty where there is none. */
function labelIn(written: string): string {
  return written.endsWith('d') || written.endsWith('e') ? (GLUED_LABEL.exec(written)?.[2] ?? '') : '';
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
    if (!beyond || beyond.start !== after.end) break;
    if (after.text === '.' && DOMAINS.has(beyond.text)) {
      last += 2;
      continue;
    }
    if (!HYPHEN.test(after.text)) break;
    if (!/^[\p{L}\p{N}]/u.test(before.text) || !/^[\p{L}\p{N}]/u.test(beyond.text)) break;
    if (!joins(before, beyond, after.text)) break;
    last += 2;
  }
  return last;
}

function joins(before: Token, after: Token, hyphen: string): boolean {
  const capital = /^\p{Lu}/u.test(before.text);
  const nextCapital = /^\p{Lu}/u.test(after.text);
  if (!capital && nextCapital) return !ENGLISH_PREFIXES.has(before.lower) || ARTICLE_PREFIX.test(before.text);
  if (!capital) return true;
  if (ENGLISH_PREFIXES.has(before.lower)) return false;
  if (!nextCapital) return /^\p{N}/u.test(after.text) || !(COMPOUND_TAIL.test(after.text) || isOffice(after.lower));
  if (lookUp(`${before.text}-${after.text}`)?.kind === 'place') return true;
  return hyphen !== '–' && !(isKnown(before.text) && isKnown(after.text)) && !facesCountry(before.text, after.text);
}

/** "Trump-Ukraine", but not "Al-Sudan": two sides of something, one of them a country. */
function facesCountry(before: string, after: string): boolean {
  const { known } = wordWritten(after);
  if (known?.kind !== 'place' || known.country === null || ARTICLE_PREFIX.test(before.toLowerCase())) return false;
  return !wordWritten(before).givenName;
}

function isKnown(word: string): boolean {
  const entry = lookUp(word);
  return entry !== null && (entry.kind !== 'place' || entry.weight > 1 || /^\p{Lu}+$/u.test(word));
}

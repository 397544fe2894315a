import { english } from './english.ts';
import type { Paragraph, PartOfSpeech, Token } from './language.ts';
import { findQuotations } from './quotations.ts';
import { findSentences } from './sentences.ts';

/** Longer stretches than this are tagged piece by piece, so that a line of any length costs time in proportion to it. */
const LONGEST_PIECE = 8_000;

/**
 * The words, sentences and quotations of a paragraph: a function of its text alone. Never throws.
 * @param keep whether another reading of the same paragraph will follow.
 */
export function analyseParagraph(text: string, keep = false): Paragraph {
  const tokens = text.length <= LONGEST_PIECE ? tokensOf(text, 0, text.length) : tokensOfPieces(text);
  const quotations = findQuotations(text);
  return { text, tokens, quotations, sentences: findSentences(text, tokens, quotations), kept: keep ? {} : null };
}

function tokensOfPieces(text: string): readonly Token[] {
  const pieces: (readonly Token[])[] = [];
  for (let start = 0; start < text.length; ) {
    const end = endOfPiece(text, start);
    pieces.push(tokensOf(text, start, end));
    start = end;
  }
  return pieces.flat();
}

function endOfPiece(text: string, start: number): number {
  const limit = start + LONGEST_PIECE;
  if (text.length <= limit) return text.length;
  const space = text.lastIndexOf(' ', limit);
  return space > start ? space : limit;
}

function tokensOf(text: string, from: number, to: number): readonly Token[] {
  const { readDoc, its } = english();
  const words = readDoc(setApart(text, from, to)).tokens();
  const values = words.out() as string[];
  const tags = words.out(its.pos) as PartOfSpeech[];
  const tokens: Token[] = new Array(values.length);
  let size = 0;
  let at = from;
  for (let i = 0; i < values.length; i++) {
    const word = values[i] as string;
    if (text.charCodeAt(at) === 32) at++;
    const start = text.startsWith(word, at) ? at : text.indexOf(word, at);
    if (start < 0 || start >= to) continue;
    at = start + word.length;
    const lower = isSmall(word) ? word : word.toLowerCase();
    tokens[size++] = new TaggedWord(start, at, word, lower, tags[i] as PartOfSpeech);
  }
  tokens.length = size;
  return tokens;
}

/**
 * A class, since V8 notes where literals are written whose objects live: before a first document is read it takes this place for
 * one of them, and puts all tokens among what stays, where they take longer to make and to collect.
 */
class TaggedWord implements Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly pos: PartOfSpeech;

  constructor(start: number, end: number, text: string, lower: string, pos: PartOfSpeech) {
    this.start = start;
    this.end = end;
    this.text = text;
    this.lower = lower;
    this.pos = pos;
  }
}

function isSmall(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (!isSmallLetter(word.charCodeAt(i))) return false;
  return true;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const CLITIC = /^(?:s|S|re|ve|ll|d|m)(?![\p{L}\p{N}])/u;

/**
 * The text with a space at every seam. wink-nlp remembers words together with their clitics, so that its tokens depend
 * on what it read before; set apart, clitics and quotation marks leave it nothing to remember.
 */
function setApart(text: string, from: number, to: number): string {
  let spaced = '';
  let done = from;
  const cut = (at: number): void => {
    if (at <= done || at >= to || text.charCodeAt(at - 1) === 32 || text.charCodeAt(at) === 32) return;
    spaced += `${text.slice(done, at)} `;
    done = at;
  };
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x20 || isSmallLetter(code)) continue;
    switch (code) {
      case 0x22: // "
      case 0x2f: // /
      case 0x60: // `
      case 0xab: // «
      case 0xbb: // »
      case 0x2018: // ‘
      case 0x201c: // “
      case 0x201d: // ”
      case 0x2013: // –
      case 0x2014: // —
      case 0x2026: // …
        cut(i);
        cut(i + 1);
        break;
      case 0x28: // (
      case 0x29: // )
      case 0x5b: // [
      case 0x5d: // ]
        cut(i);
        cut(i + 1);
        break;
      case 0x21: // !
      case 0x2c: // ,
      case 0x3a: // :
      case 0x3b: // ;
      case 0x3f: // ?
        if (endsWord(text, i + 1)) cut(i);
        break;
      case 0x2e: // .
        if (endsWord(text, i + 1) && !mayBeAbbreviated(text, i)) cut(i);
        break;
      case 0x27: // '
      case 0x2019: // ’
        if (!isWordCharacter(text, i + 1)) cut(i);
        else if (!isWordCharacter(text, i - 1) && text[i - 1] !== '.') cut(i + 1);
        else if (text[i + 1] !== 't' && CLITIC.test(text.slice(i + 1, i + 4))) cut(i);
        break;
    }
  }
  return done === from ? text.slice(from, to) : spaced + text.slice(done, to);
}

function endsWord(text: string, at: number): boolean {
  return at >= text.length || text.charCodeAt(at) <= 32;
}

/** Whether the full stop at `stop` could belong to its word: short words ("etc.", "Sept.") and any with capitals or dots inside. */
function mayBeAbbreviated(text: string, stop: number): boolean {
  let first = stop;
  while (first > 0 && isSmallLetter(text.charCodeAt(first - 1))) first--;
  const whole = first === 0 || text.charCodeAt(first - 1) === 32;
  return stop - first < (whole ? 4 : 6);
}

function isSmallLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

function isWordCharacter(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return LETTER_OR_DIGIT.test(text[i] ?? '');
}

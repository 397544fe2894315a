import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Paragraph, PartOfSpeech, Token } from './language.ts';
import { findQuotations } from './quotations.ts';
import { findSentences } from './sentences.ts';

const nlp = winkNLP(model, ['sbd', 'pos']);
const { its } = nlp;

/** Longer stretches than this are tagged piece by piece, so that a line of any length costs time in proportion to it. */
const LONGEST_PIECE = 8_000;

/** The words, sentences and quotations of a paragraph: a function of its text alone. Never throws. */
export function analyseParagraph(text: string): Paragraph {
  const tokens: Token[] = [];
  for (let start = 0; start < text.length; ) {
    const end = endOfPiece(text, start);
    addTokens(text, start, end, tokens);
    start = end;
  }
  const quotations = findQuotations(text);
  return { text, tokens, quotations, sentences: findSentences(text, tokens, quotations) };
}

function endOfPiece(text: string, start: number): number {
  const limit = start + LONGEST_PIECE;
  if (text.length <= limit) return text.length;
  const space = text.lastIndexOf(' ', limit);
  return space > start ? space : limit;
}

/**
 * wink-nlp remembers words with their clitics, so that its tokens depend on what it read before. Set apart, clitics,
 * quotation marks and hyphens leave it nothing to remember.
 */
const SEAM =
  /(?<=[\p{L}\p{N}.])(?=['’](?:s|S|re|ve|ll|d|m)(?![\p{L}\p{N}]))|(?<=["“”«»‘`–—…/|])(?=\S)|(?<=\S)(?=["“”«»`–—…/|])|(?<=(?<![\p{L}\p{N}])['’])(?=[\p{L}\p{N}])|(?<=\p{L})(?=-\p{L})|(?<=\p{L}-)(?=\p{L})|(?<=[\p{L}\p{N}.,!?])(?=['’](?![\p{L}\p{N}]))/gu;

function addTokens(text: string, from: number, to: number, tokens: Token[]): void {
  const spaced = text.slice(from, to).replace(SEAM, ' ');
  const words = nlp.readDoc(spaced).tokens();
  const values = words.out() as string[];
  const tags = words.out(its.pos) as PartOfSpeech[];
  let at = from;
  for (let i = 0; i < values.length; i++) {
    const word = values[i] as string;
    const start = text.indexOf(word, at);
    if (start < 0 || start >= to) continue;
    at = start + word.length;
    const lower = word.toLowerCase();
    tokens.push({ start, end: at, text: word, lower, pos: tags[i] as PartOfSpeech });
  }
}

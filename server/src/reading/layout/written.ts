/** The lines of a document that say something, and what can be said of one without its neighbours. */
import type { Span } from '../model.ts';
import { type Known, remembering } from './known.ts';
import { isSpace } from './lines.ts';

/** A line, or a part of one, that says something. Its words are cut out of the text where they are asked for. */
export class WrittenLine implements Span {
  readonly start: number;
  readonly end: number;
  /** Its place among all lines of the text, blank ones included. */
  readonly line: number;
  readonly known: Known;
  readonly #text: string;

  /** @param known what is known of just these words */
  constructor(text: string, { start, end }: Span, line: number, known: Known = []) {
    this.#text = text;
    this.start = start;
    this.end = end;
    this.line = line;
    this.known = known;
  }

  get words(): string {
    return this.#text.slice(this.start, this.end);
  }

  /** The whole line, or its first characters where it is too long to be anything but a paragraph. */
  get head(): string {
    return this.#text.slice(this.start, Math.min(this.end, this.start + LONGEST_HEADLINE));
  }

  get isLong(): boolean {
    return this.end - this.start > LONGEST_HEADLINE;
  }
}

/** Asks a thing of each line once, be there edits elsewhere: for what depends on nothing but its words. */
export const { asking: ofLine, holdsFor: holdsForLine } = remembering<WrittenLine>();

export const LONGEST_HEADLINE = 250;

export function countWords(line: string): number {
  let words = 1;
  for (let at = 1; at < line.length; at++) {
    if (isSpace(line.charCodeAt(at)) && !isSpace(line.charCodeAt(at - 1))) words++;
  }
  return words;
}

const SENTENCE_END = /[.!?…]["”’'»)\]]*$/u;
const ABBREVIATION_END = /(?:\b(?:\p{L}\.){2,}|\b(?:Jr|Sr|Inc|Ltd|Co|Corp|St|No)\.)$/u;

export function endsSentence(line: string): boolean {
  return SENTENCE_END.test(line) && !ABBREVIATION_END.test(line);
}

/** A line that stands over a text and is no sentence of it. */
export function isHeading(line: string, isFirst: boolean): boolean {
  if (!/^["“‘'«¿¡([]?[\p{Lu}\p{N}\p{Lo}]/u.test(line) || countWords(line) > 40) return false;
  if (/[,:;—–-]$/u.test(line) || /^(?:[-–•*]|\d{1,2}[.)]|[QA]:)\s/u.test(line)) return false;
  if (!endsSentence(line)) return true;
  return isFirst && ((/[?!]["”’']?$/u.test(line) && countWords(line) <= 20) || isTitleCase(line));
}

const SMALL_WORD =
  /^(?:with|from|over|into|after|amid|about|upon|than|that|before|between|against|during|under|through|without)$/;

function isTitleCase(line: string): boolean {
  const words = (line.match(/[\p{L}\p{M}'’-]{4,}/gu) ?? []).filter(word => !SMALL_WORD.test(word));
  return words.length >= 3 && countWords(line) <= 20 && words.every(word => /^\p{Lu}/u.test(word));
}

const NAME_WORD = /^[\p{Lu}\p{N}][\p{L}\p{M}\p{N}'’.&-]*$/u;
const BETWEEN_NAMES =
  /^(?:and|&|in|of|the|for|at|via|by|with|from|de|van|von|der|den|bin|bint|al|el|la|le|du|da|dos|di|ter|y|e)$/;

/** Names and nothing else: capitalised words with the small words and marks between that names have. */
export function isNames(text: string): boolean {
  const words = text.split(/[\s,;/|()]+/).filter(word => word !== '');
  return (
    words.some(word => NAME_WORD.test(word)) && words.every(word => NAME_WORD.test(word) || BETWEEN_NAMES.test(word))
  );
}

/** The lines of a document that say something, and what can be said of one without its neighbours. */
import type { Span } from '../model.ts';
import { isSpace } from './lines.ts';

export interface WrittenLine extends Span {
  /** Its place among all lines of the text, blank ones included. */
  readonly line: number;
  /** The whole line, or its first characters where it is too long to be anything but a paragraph. */
  readonly head: string;
  readonly isLong: boolean;
}

export const LONGEST_HEADLINE = 250;

export function describe(text: string, { start, end }: Span, line: number): WrittenLine {
  return {
    start,
    end,
    line,
    head: text.slice(start, Math.min(end, start + LONGEST_HEADLINE)),
    isLong: end - start > LONGEST_HEADLINE,
  };
}

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

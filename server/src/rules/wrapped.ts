/** Paragraphs whose lines were cut at a column, as mail and old terminals cut them. */

import type { Layout } from '../reading/blocks.ts';
import { type Line, type Lines, lineAt } from '../reading/layout/lines.ts';
import type { Span } from '../reading/model.ts';

/** From the first word of its first line to the last word of its last. */
export interface WrappedParagraph extends Span {
  readonly lines: readonly Line[];
}

const NARROWEST = 40;
const WIDEST = 120;
/** Two lines alone are wrapped only where the text has longer paragraphs about as wide. */
const LIKENESS = 12;

/**
 * Lines are wrapped if each is full: the first word of the next line would not have fitted in the width of the widest. A
 * line that is not full ends a paragraph if it ends a sentence; if it ends inside one, the lines are verse or a list.
 */
export function findWrapped(text: string, layout: Layout): WrappedParagraph[] {
  const groups = groupsOf(layout.lines).flatMap(lines => wrappedIn(text, lines));
  const widths = groups.filter(({ lines }) => lines.length > 2).map(({ lines }) => widthOf(lines));
  const isLikely = (lines: readonly Line[]) => widths.some(width => Math.abs(width - widthOf(lines)) <= LIKENESS);
  return groups.filter(({ lines }) => lines.length > 2 || isLikely(lines));
}

/** Several written lines with no blank one between, where none is too wide. */
function groupsOf(lines: Lines): Line[][] {
  const groups: Line[][] = [];
  const { count } = lines;
  for (let first = 0, i = 0; i <= count; i++) {
    if (i < count && isWritten(lineAt(lines, i))) continue;
    const group = i - first > 1 ? linesBetween(lines, first, i) : [];
    if (group.length > 0 && group.every(({ start, end }) => end - start <= WIDEST)) groups.push(group);
    first = i + 1;
  }
  return groups;
}

const isWritten = ({ start, end }: Line) => end > start;

const linesBetween = (lines: Lines, from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => lineAt(lines, from + i));

function wrappedIn(text: string, lines: readonly Line[]): WrappedParagraph[] {
  const width = widthOf(lines);
  if (width < NARROWEST) return [];
  const paragraphs: Line[][] = [[]];
  let insideSentences = 0;
  let goesOn = 0;
  for (const [i, line] of lines.entries()) {
    paragraphs.at(-1)?.push(line);
    const next = lines[i + 1];
    if (!next) break;
    const isFull = line.end - line.start + 1 + firstWord(text, next) > width;
    const ends = endsSentence(text, line);
    if (!isFull && !ends) return [];
    if (!isFull) paragraphs.push([]);
    else if (!ends) insideSentences++;
    if (!ends && /\p{Ll}/u.test(text.charAt(next.start))) goesOn++;
  }
  if (goesOn === 0 || insideSentences * 2 < lines.length - paragraphs.length) return [];
  return paragraphs
    .filter(({ length }) => length > 1)
    .map(inner => ({ lines: inner, start: inner[0]!.start, end: inner.at(-1)!.end }));
}

function widthOf(lines: readonly Line[]): number {
  return lines.reduce((width, { start, end }) => Math.max(width, end - start), 0);
}

function firstWord(text: string, { start, end }: Line): number {
  const length = text.slice(start, end).search(/\s/);
  return length < 0 ? end - start : length;
}

const FULL_STOP = 0x2e;

/** Whether a block or line ends as sentences end; a colon and a semicolon count. */
export function endsSentence(text: string, { start, end }: Span): boolean {
  if (text.charCodeAt(end - 1) === FULL_STOP) return true;
  return /[.!?…:;]["”’'»)\]>]*$/u.test(text.slice(Math.max(start, end - 8), end));
}

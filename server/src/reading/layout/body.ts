/** The body of a document and what the page adds behind it. */
import type { BlockKind } from '../model.ts';
import { createPace } from '../steps.ts';
import { captionOrCredit } from './captions.ts';
import { boilerplateKind, isByline, isEndNote, isRow, isTrailer, opensLinks } from './furniture.ts';
import { readStamp } from './stamp.ts';
import { countWords, endsSentence, isHeading, ofLine, type WrittenLine } from './written.ts';

/** So many lines are named at a step. */
const LINES = 256;

/** Names the lines from `body` on into `kinds`, in steps of a few milliseconds. */
export function* nameBody(
  lines: readonly WrittenLine[],
  kinds: BlockKind[],
  body: number,
): Generator<void, void, void> {
  const isPause = createPace(LINES);
  for (let i = body; i < lines.length; i++) {
    kinds.push(kindAlone(lines[i] as WrittenLine, i));
    if (isPause(1)) yield;
  }
  for (let i = body; i < lines.length; i++) {
    if (isPause(1)) yield;
    if (kinds[i] === 'boilerplate' && opensLinksBehind(lines[i] as WrittenLine)) nameLinks(lines, kinds, i + 1);
    if (kinds[i] !== 'paragraph') continue;
    if (isListItem(lines, i)) kinds[i] = 'list-item';
    else if (i > body && isCrossHead(lines, kinds, i)) kinds[i] = 'cross-head';
  }
}

/** What a line of the body is whatever stands around it. */
function kindAlone(line: WrittenLine, index: number): BlockKind {
  return index > 0 && mayBeTrailer(line) ? 'trailer' : furnitureOrParagraph(line);
}

const mayBeTrailer = ofLine(({ head, isLong }) => !isLong && isTrailer(head));

const furnitureOrParagraph = ofLine(({ head, isLong }): BlockKind => {
  if (isLong) return 'paragraph';
  if (isRow(head)) return 'section-break';
  if (boilerplateKind(head)) return 'boilerplate';
  if (isByline(head)) return 'byline';
  if (isEndNote(head)) return 'end-note';
  return captionOrCredit(head) ?? (isLabelledStamp(head) ? 'stamp' : 'paragraph');
});

/** In the body a date alone may head a section of a chronology; only a label makes it a stamp. */
function isLabelledStamp(line: string): boolean {
  return readStamp(line)?.dates.some(date => date.label !== null) ?? false;
}

const opensLinksBehind = ofLine(({ head }) => opensLinks(head));

const MOST_LINKS = 12;

/** The links under a heading over links: list items and lines that end no sentence. */
function nameLinks(lines: readonly WrittenLine[], kinds: BlockKind[], from: number): void {
  let i = from;
  while (
    i < Math.min(lines.length, from + MOST_LINKS) &&
    kinds[i] === 'paragraph' &&
    mayBeLink(lines[i] as WrittenLine)
  )
    i++;
  // The last one before a paragraph may well be a heading over it.
  const isOverText = i < lines.length && kinds[i] === 'paragraph' && !markerOf(lines[i - 1] as WrittenLine);
  for (let link = from; link < (isOverText ? Math.max(from + 1, i - 1) : i); link++)
    if (link < i) kinds[link] = 'boilerplate';
}

interface Marker {
  readonly bullet: string | null;
  readonly sign: string | null;
  readonly number: string | null;
}

const marker = /^(?:(?<bullet>[•·●▪◦‣■○])|(?<sign>[-–—*])|\(?(?<number>\d{1,3}|[a-z])[.)])\s+\S/u;

const mayBeLink = ofLine(line => !line.isLong && (markerOf(line) !== null || isHeading(line.head, false)));

const markerOf = ofLine(({ head }): Marker | null => {
  const { bullet = null, sign = null, number = null } = marker.exec(head)?.groups ?? {};
  return bullet === null && sign === null && number === null ? null : { bullet, sign, number };
});

/** Characters of a list item before its words; 0 for any other line. */
export function markerLength(line: string): number {
  const found = marker.exec(line);
  return found ? found[0].length - 1 : 0;
}

/** A line behind a bullet; behind a dash, star or number where a neighbour has the like or a colon announces it. */
function isListItem(lines: readonly WrittenLine[], i: number): boolean {
  const own = markerOf(lines[i] as WrittenLine);
  if (!own) return false;
  const { bullet, sign, number } = own;
  if (bullet !== null) return true;
  const before = lines[i - 1];
  if (before && !before.isLong && before.head.endsWith(':')) return true;
  return [before, lines[i + 1]].some(neighbour => {
    const beside = neighbour && markerOf(neighbour);
    if (!beside) return false;
    if (sign !== null) return beside.sign === sign;
    return beside.number !== null && Math.abs(orderOf(beside.number) - orderOf(number as string)) === 1;
  });
}

/** 3 for "3" and for "c". */
function orderOf(number: string): number {
  return /\d/.test(number) ? Number(number) : number.charCodeAt(0) - 96;
}

const LONGEST_CROSS_HEAD = 80;
const SHORTEST_PROSE = 25;

/** A short line between two paragraphs that is a sentence of neither. */
function isCrossHead(lines: readonly WrittenLine[], kinds: readonly BlockKind[], i: number): boolean {
  if (!mayBeCrossHead(lines[i] as WrittenLine) || isWrapped(lines[i] as WrittenLine, lines[i + 1])) return false;
  return isProse(lines[i - 1], kinds[i - 1]) && isProse(lines[i + 1], kinds[i + 1]);
}

const mayBeCrossHead = ofLine(({ head }) => {
  if (head.length > LONGEST_CROSS_HEAD || countWords(head) > 10 || !isHeading(head, false)) return false;
  if (!/^["“‘'«]?[\p{Lu}\p{N}]/u.test(head) || !/\p{L}{2}/u.test(head)) return false;
  return !/^["“].*["”]$|:|^\(.*\)$/u.test(head) && !/[.!?]["”’)]?\s/.test(head);
});

const LONGEST_TIGHT_CROSS_HEAD = 40;

/** The line's sentence goes on in the next one, or may do so: no blank line parts them. */
function isWrapped(line: WrittenLine, next: WrittenLine | undefined): boolean {
  if (!next || opensSmall(next)) return true;
  return next.line === line.line + 1 && line.end - line.start > LONGEST_TIGHT_CROSS_HEAD;
}

const opensSmall = ofLine(({ head }) => /^\p{Ll}/u.test(head));

function isProse(line: WrittenLine | undefined, kind: BlockKind | undefined): boolean {
  if (!line || kind === undefined) return false;
  if (kind === 'section-break' || kind === 'caption' || kind === 'list-item') return true;
  return kind === 'paragraph' && line.end - line.start >= SHORTEST_PROSE && mayEndProse(line);
}

const mayEndProse = ofLine(({ head, isLong }) => isLong || endsSentence(head));

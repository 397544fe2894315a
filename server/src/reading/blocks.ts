/**
 * The layout of a document: which line is what. A document is a header (breadcrumb, headline, kicker, deck, stamp, each
 * of which may be missing), paragraphs, of which the first may open with a dateline, and what the page adds behind.
 * The format is specified in docs/format.md.
 */
import { isoDate, nearestTo } from './layout/calendar.ts';
import { type Dateline, readDateline } from './layout/dateline.ts';
import { isBoilerplate, isBreadcrumb, isByline, isTrailer } from './layout/furniture.ts';
import { isSpace, type Line, splitLines } from './layout/lines.ts';
import { leadingStamp, publicationDay, readStamp, readStampDates, type Stamp } from './layout/stamp.ts';
import type { Block, BlockKind, BundledDocument, Meta, Separator } from './model.ts';

export interface Layout {
  readonly blocks: readonly Block[];
  /** What all documents say alike. */
  readonly meta: Meta;
  readonly documents: readonly BundledDocument[];
  readonly separators: readonly Separator[];
  /** Every line of the text, blank ones included. */
  readonly lines: readonly Line[];
}

/** Reads any text; an empty one has no blocks. Takes time in proportion to the text's length. */
export function readLayout(text: string): Layout {
  const lines = splitLines(text);
  const written = lines.filter(line => line.end > line.start).map(line => describe(text, line));
  const kinds = nameKinds(written);
  const blocks = written.flatMap((line, i) =>
    placeBlocks(text, line, kinds[i] ?? 'paragraph', isFirstOfBody(kinds, i)),
  );
  const meta = readMeta(text, blocks);
  const documents = blocks.length === 0 ? [] : [{ start: blocks[0]!.start, end: blocks.at(-1)!.end, meta }];
  return { blocks, meta, documents, separators: [], lines };
}

/** A line that is not blank, with what can be said of it without its neighbours. */
interface WrittenLine {
  readonly start: number;
  readonly end: number;
  /** The whole line, or its first characters where it is too long to be anything but a paragraph. */
  readonly head: string;
  readonly isLong: boolean;
}

const LONGEST_HEADLINE = 250;

function describe(text: string, { start, end }: Line): WrittenLine {
  return {
    start,
    end,
    head: text.slice(start, Math.min(end, start + LONGEST_HEADLINE)),
    isLong: end - start > LONGEST_HEADLINE,
  };
}

/** Text before the body: at most so many lines can be headline, kicker and deck, and a stamp lies at most so far ahead. */
const LONGEST_HEADER = 12;
const LINES_BETWEEN_HEADLINE_AND_STAMP = 3;

function nameKinds(lines: readonly WrittenLine[]): BlockKind[] {
  const kinds: BlockKind[] = [];
  const body = nameHeader(lines, kinds);
  for (let i = body; i < lines.length; i++) kinds.push(kindInBody(lines[i] as WrittenLine, i));
  return kinds;
}

function kindInBody(line: WrittenLine, index: number): BlockKind {
  if (line.isLong) return 'paragraph';
  if (index > 0 && isTrailer(line.head)) return 'trailer';
  if (isBoilerplate(line.head)) return 'boilerplate';
  return isLabelledStamp(line.head) ? 'stamp' : 'paragraph';
}

/** In the body a date alone may head a section of a chronology; only a label makes it a stamp. */
function isLabelledStamp(line: string): boolean {
  return readStamp(line)?.dates.some(date => date.label !== null) ?? false;
}

/** Names the lines of the header into `kinds`; returns the index of the first line of the body. */
function nameHeader(lines: readonly WrittenLine[], kinds: BlockKind[]): number {
  const texts: number[] = [];
  const end = Math.min(lines.length, LONGEST_HEADER);
  let i = 0;
  for (; i < end; i++) {
    const line = lines[i] as WrittenLine;
    const furniture = furnitureOf(line);
    if (furniture) {
      kinds.push(furniture);
      continue;
    }
    if (opensBody(lines, i, texts.length)) break;
    texts.push(i);
    kinds.push('deck');
  }
  const hasBody = i < lines.length;
  if (!hasBody) {
    // Nothing but short lines: the first is a headline if others follow it, and those are the body.
    const [first, second] = texts;
    if (second === undefined) {
      for (const t of texts) kinds[t] = 'paragraph';
      return lines.length;
    }
    kinds.length = second;
    if (first !== undefined) kinds[first] = 'headline';
    return second;
  }
  return nameTexts(lines, kinds, texts, i);
}

function furnitureOf(line: WrittenLine): BlockKind | null {
  if (line.isLong) return null;
  if (isBreadcrumb(line.head)) return 'breadcrumb';
  if (readStamp(line.head)) return 'stamp';
  return isBoilerplate(line.head) || isByline(line.head) ? 'boilerplate' : null;
}

function opensBody(lines: readonly WrittenLine[], i: number, textsBefore: number): boolean {
  const line = lines[i] as WrittenLine;
  if (readDateline(line.head, true) || leadingStamp(line.head)?.certain) return true;
  if (isHeading(line.head, textsBefore === 0) && !line.isLong) return false;
  if (textsBefore === 0) return !standsOverDateline(lines, i);
  return !standsBeforeStamp(lines, i) && !isRepeated(lines, i);
}

/** A short sentence over the line that a dateline opens is a headline with a full stop. */
function standsOverDateline(lines: readonly WrittenLine[], i: number): boolean {
  const line = lines[i] as WrittenLine;
  return !line.isLong && countWords(line.head) <= 20 && readDateline(lines[i + 1]?.head ?? '', true) !== null;
}

/** A sentence between headline and stamp is a deck. */
function standsBeforeStamp(lines: readonly WrittenLine[], i: number): boolean {
  return lines
    .slice(i + 1, i + 1 + LINES_BETWEEN_HEADLINE_AND_STAMP)
    .some(line => !line.isLong && readStamp(line.head) !== null);
}

/** A sentence that the next lines say again is a deck that repeats the lead. */
function isRepeated(lines: readonly WrittenLine[], i: number): boolean {
  const { head, start, end } = lines[i] as WrittenLine;
  return lines.slice(i + 1, i + 3).some(line => line.end - line.start === end - start && line.head === head);
}

/** Headline, kicker and deck among the header's texts; returns where the body starts. */
function nameTexts(lines: readonly WrittenLine[], kinds: BlockKind[], texts: readonly number[], body: number): number {
  const rest = [...texts];
  const [first, second] = rest;
  if (first === undefined) return body;
  if (second !== undefined && isKickerBefore(head(lines, first), head(lines, second)) && kinds[first + 1] !== 'stamp') {
    kinds[first] = 'kicker';
    rest.shift();
  }
  kinds[rest.shift() as number] = 'headline';
  let kickers = kinds.includes('kicker') ? 1 : 0;
  let decks = 0;
  for (const t of rest) {
    if (isLabel(head(lines, t)) && kickers === 0 && decks === 0) {
      kinds[t] = 'kicker';
      kickers++;
    } else if (decks < 2) {
      decks++;
    } else {
      kinds.length = t;
      return t;
    }
  }
  return body;
}

function head(lines: readonly WrittenLine[], i: number): string {
  return lines[i]?.head ?? '';
}

function isKickerBefore(first: string, second: string): boolean {
  const capitals = first === first.toUpperCase() && countWords(first) <= 4;
  return isLabel(first) && (capitals || countWords(first) <= 2) && countWords(second) >= 4;
}

/** A word or three that name a section, capitalised all. */
function isLabel(line: string): boolean {
  return line.length <= 40 && countWords(line) <= 3 && !/[.!?:;,]$/.test(line) && line.split(/\s+/).every(isLabelWord);
}

function isLabelWord(word: string): boolean {
  return /^(?:of|and|the|in|for|&|[\p{Lu}\p{N}\p{Lo}].*)$/u.test(word);
}

function countWords(line: string): number {
  return line.split(/\s+/).length;
}

const SENTENCE_END = /[.!?…]["”’'»)\]]*$/u;
const ABBREVIATION_END = /(?:\b(?:\p{L}\.){2,}|\b(?:Jr|Sr|Inc|Ltd|Co|Corp|St|No)\.)$/u;

/** A line that stands over a text and is no sentence of it. */
function isHeading(line: string, isFirst: boolean): boolean {
  if (!/^["“‘'«¿¡([]?[\p{Lu}\p{N}\p{Lo}]/u.test(line) || countWords(line) > 40) return false;
  if (/[,:;—–-]$/u.test(line) || /^(?:[-–•*]|\d{1,2}[.)]|[QA]:)\s/u.test(line)) return false;
  if (!SENTENCE_END.test(line) || ABBREVIATION_END.test(line)) return true;
  return isFirst && ((/[?!]["”’']?$/u.test(line) && countWords(line) <= 20) || isTitleCase(line));
}

const SMALL_WORD =
  /^(?:with|from|over|into|after|amid|about|upon|than|that|before|between|against|during|under|through|without)$/;

function isTitleCase(line: string): boolean {
  const words = (line.match(/[\p{L}\p{M}'’-]{4,}/gu) ?? []).filter(word => !SMALL_WORD.test(word));
  return words.length >= 3 && countWords(line) <= 20 && words.every(word => /^\p{Lu}/u.test(word));
}

function isFirstOfBody(kinds: readonly BlockKind[], i: number): boolean {
  return kinds[i] === 'paragraph' && (i === 0 || kinds[i - 1] !== 'paragraph') && kinds.indexOf('paragraph') === i;
}

/** The blocks of one line: a paragraph may have a stamp and a dateline in front of it. */
function placeBlocks(text: string, line: WrittenLine, kind: BlockKind, isFirst: boolean): Block[] {
  if (kind !== 'paragraph') return [{ kind, start: line.start, end: line.end }];
  const blocks: Block[] = [];
  let start = line.start;
  const stamp = leadingStamp(line.head);
  if (stamp) {
    const next = skipSpace(text, start + stamp.length, line.end);
    const dateline = readDateline(text.slice(next, Math.min(line.end, next + LONGEST_HEADLINE)), isFirst);
    if (next < line.end && ((stamp.certain && isFirst) || dateline?.date)) {
      blocks.push({ kind: 'stamp', start, end: start + stamp.length });
      start = next;
    }
  }
  const dateline = readDateline(text.slice(start, Math.min(line.end, start + LONGEST_HEADLINE)), isFirst);
  if (dateline) {
    const end = Math.min(start + dateline.length, line.end);
    blocks.push({ kind: 'dateline', start, end });
    start = skipSpace(text, end, line.end);
  }
  if (start < line.end) blocks.push({ kind: 'paragraph', start, end: line.end });
  return blocks;
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function readMeta(text: string, blocks: readonly Block[]): Meta {
  const textOf = (block: Block | undefined) => (block ? text.slice(block.start, block.end) : null);
  const stamps = blocks.filter(block => block.kind === 'stamp').map(block => toStamp(textOf(block) ?? ''));
  const datelineText = textOf(blocks.find(block => block.kind === 'dateline'));
  const dateline = datelineText === null ? null : readDateline(datelineText, true);
  return {
    publishedDate: publishedDate(stamps) ?? isoDate(dateline?.date?.date ?? null),
    place: dateline?.place ?? null,
    agency: dateline?.agency ?? stamps.map(stamp => stamp.outlet).find(outlet => outlet !== null) ?? null,
    headline: textOf(blocks.find(block => block.kind === 'headline')),
  };
}

function publishedDate(stamps: readonly Stamp[]): string | null {
  return stamps.length === 0 ? null : publicationDay({ dates: stamps.flatMap(stamp => stamp.dates), outlet: null });
}

/** A stamp that shares its line with other blocks has no outlet. */
function toStamp(text: string): Stamp {
  return readStamp(text) ?? { dates: readStampDates(text), outlet: null };
}

/** The dateline's day; where it names no year, the one nearest to the day of publication, null without one. */
export function datelineDay(dateline: Dateline | null, publishedDate: string | null): string | null {
  const date = dateline?.date?.date ?? null;
  if (!date || date.year !== null) return isoDate(date);
  return publishedDate === null ? null : isoDate(nearestTo(publishedDate, date));
}

/**
 * The layout of a document: which line is what. A document is a header (breadcrumb, headline, kicker, deck, stamp, each
 * of which may be missing), paragraphs, of which the first may open with a dateline, and what the page adds behind.
 * The format is specified in docs/format.md.
 */
import { nameBody } from './layout/body.ts';
import { findOpeningsBehindEnds, type Part, readBundle } from './layout/bundle.ts';
import { isoDate, nearestTo } from './layout/calendar.ts';
import { type Dateline, readDateline } from './layout/dateline.ts';
import { boilerplateKind } from './layout/furniture.ts';
import { nameHeader } from './layout/header.ts';
import { isSpace, type Line, splitLines } from './layout/lines.ts';
import { isOutlet, leadingStamp, publicationDay, readStamp, readStampDates, type Stamp } from './layout/stamp.ts';
import { LONGEST_HEADLINE, type WrittenLine } from './layout/written.ts';
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
  const separators: Separator[] = [];
  const documents: BundledDocument[] = [];
  const blocks: Block[] = [];
  for (const part of readBundle(text, lines)) {
    if (isSeparator(part)) {
      separators.push(part);
      blocks.push({ kind: 'separator', start: part.start, end: part.end });
      continue;
    }
    for (const document of readDocuments(text, part)) {
      documents.push(toDocument(text, document));
      for (const block of document) blocks.push(block);
    }
  }
  return { blocks, meta: alike(documents.map(({ meta }) => meta)), documents, separators, lines };
}

function isSeparator(part: Part): part is Separator {
  return 'kind' in part;
}

/** The blocks of each document in some lines without separators: another one may open behind the end of the first. */
function readDocuments(text: string, lines: readonly WrittenLine[]): Block[][] {
  const kinds = nameKinds(lines);
  const openings = findOpeningsBehindEnds(lines, kinds);
  if (openings.length === 0) return [place(text, lines, kinds)];
  return [0, ...openings].map((first, i) => {
    const own = lines.slice(first, openings[i]);
    return place(text, own, nameKinds(own));
  });
}

function nameKinds(lines: readonly WrittenLine[]): BlockKind[] {
  const kinds: BlockKind[] = [];
  nameBody(lines, kinds, nameHeader(lines, kinds));
  return kinds;
}

function place(text: string, lines: readonly WrittenLine[], kinds: readonly BlockKind[]): Block[] {
  return lines.flatMap((line, i) => placeBlocks(text, line, kinds[i] ?? 'paragraph', isFirstOfBody(kinds, i)));
}

function toDocument(text: string, blocks: readonly Block[]): BundledDocument {
  return { start: (blocks[0] as Block).start, end: (blocks.at(-1) as Block).end, meta: readMeta(text, blocks) };
}

/** Of each thing what all say; null where they differ or there is none. */
function alike([first, ...others]: readonly Meta[]): Meta {
  const agreed = <K extends keyof Meta>(key: K) =>
    first && others.every(other => other[key] === first[key]) ? first[key] : null;
  return {
    publishedDate: agreed('publishedDate'),
    place: agreed('place'),
    agency: agreed('agency'),
    headline: agreed('headline'),
  };
}

function isFirstOfBody(kinds: readonly BlockKind[], i: number): boolean {
  return kinds[i] === 'paragraph' && (i === 0 || kinds[i - 1] !== 'paragraph') && kinds.indexOf('paragraph') === i;
}

/** The blocks of one line: a paragraph may have a stamp and a dateline in front of it. */
function placeBlocks(text: string, line: WrittenLine, kind: BlockKind, isFirst: boolean): Block[] {
  const { start: from, end: to } = line;
  if (kind === 'boilerplate')
    return [{ kind, start: from, end: to, boilerplate: boilerplateKind(line.head) ?? 'related-links' }];
  if (kind !== 'paragraph') return [{ kind, start: from, end: to }];
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
    agency:
      dateline?.agency ?? stamps.map(stamp => stamp.outlet).find(outlet => outlet !== null) ?? outletOver(text, blocks),
    headline: textOf(blocks.find(block => block.kind === 'headline')),
  };
}

/** The outlet that databases put over the stamp. */
function outletOver(text: string, blocks: readonly Block[]): string | null {
  const kicker = blocks.find(({ kind }, i) => kind === 'kicker' && blocks[i + 1]?.kind === 'stamp');
  const name = kicker ? text.slice(kicker.start, kicker.end) : '';
  return isOutlet(name) ? name : null;
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

/**
 * The layout of a document: which line is what. A document is a header (breadcrumb, headline, kicker, deck, stamp, each
 * of which may be missing), paragraphs, of which the first may open with a dateline, and what the page adds behind.
 * The format is specified in docs/format.md.
 */
import { type Change, changeOfText, detached } from './changes.ts';
import { nameBody } from './layout/body.ts';
import { findOpeningsBehindEnds, type Part, readBundle } from './layout/bundle.ts';
import { isoDate, nearestTo } from './layout/calendar.ts';
import { type Dateline, readDateline } from './layout/dateline.ts';
import { boilerplateKind } from './layout/furniture.ts';
import { nameHeader } from './layout/header.ts';
import { isSpace, type Lines, splitAgain, splitLines } from './layout/lines.ts';
import { layoutOf, type Piece, type Typed } from './layout/pieces.ts';
import { isOutlet, leadingStamp, publicationDay, readStamp, readStampDates, type Stamp } from './layout/stamp.ts';
import { layoutAfterTyping } from './layout/typing.ts';
import { LONGEST_HEADLINE, ofLine, type WrittenLine } from './layout/written.ts';
import type { Block, BlockKind, BundledDocument, Meta, Separator } from './model.ts';
import { createPace, finish } from './steps.ts';

export interface Layout {
  readonly text: string;
  /** Every line of the text, blank ones included. */
  readonly lines: Lines;
  /** What all documents say alike. */
  readonly meta: Meta;
  /** The documents and separators, in order. */
  readonly pieces: readonly Piece[];
  /** Where each piece starts in the text. */
  readonly starts: readonly number[];
  /** What it was made of, where that is the layout before an edit. */
  readonly typed: Typed | null;
  readonly blocks: readonly Block[];
  readonly documents: readonly BundledDocument[];
  readonly separators: readonly Separator[];
}

/**
 * Reads any text; an empty one has no blocks. Takes time in proportion to the text's length.
 * @param before the layout of an earlier text, which only saves time: of a line that was there only its place is new
 */
export function readLayout(text: string, before: Layout | null = null): Layout {
  return finish(readLayoutInSteps(text, before));
}

/** The same in steps of a few milliseconds. @param edit what has changed since `before`, where that is known */
export function* readLayoutInSteps(
  text: string,
  before: Layout | null = null,
  edit: Change | null = before && changeOfText(before.text, text),
): Generator<void, Layout, void> {
  const lines = before && edit ? splitAgain(text, before.lines, edit) : splitLines(text);
  const typed = before && edit && layoutAfterTyping(text, lines, before, edit);
  if (typed) return typed;
  yield;
  const kept = before && edit ? keeper(before, edit) : () => null;
  const pieces: Piece[] = [];
  const starts: number[] = [];
  const add = (start: number, blocks: readonly Block[], mark: Piece['mark']) => {
    const length = blocks.at(-1)!.end;
    const meta = () => (mark ? null : readMeta(text.slice(start, start + length), blocks));
    starts.push(start);
    pieces.push(kept(start, blocks) ?? { length, blocks, others: othersIn(blocks), meta: meta(), mark });
  };
  for (const part of readBundle(text, lines)) {
    yield;
    if (isSeparator(part)) {
      const { start, end, ...mark } = part;
      add(start, [{ kind: 'separator', start: 0, end: end - start }], mark);
    } else for (const { start, blocks } of yield* readDocuments(part)) add(start, blocks, null);
  }
  const meta = alike(pieces.flatMap(({ meta }) => meta ?? []));
  return layoutOf({ text, lines, meta, pieces, starts, typed: null });
}

const othersIn = (blocks: readonly Block[]): number[] =>
  blocks.flatMap(({ kind }, i) => (kind === 'paragraph' ? [] : i));

function isSeparator(part: Part): part is Separator {
  return 'kind' in part;
}

interface DocumentAt {
  readonly start: number;
  /** Offsets are into the document. */
  readonly blocks: readonly Block[];
}

/** Each document in some lines without separators: another one may open behind the end of the first. */
function* readDocuments(lines: readonly WrittenLine[]): Generator<void, DocumentAt[], void> {
  const kinds = yield* nameKinds(lines);
  const openings = findOpeningsBehindEnds(lines, kinds);
  if (openings.length === 0) return [yield* place(lines, kinds)];
  const documents: DocumentAt[] = [];
  for (const [i, first] of [0, ...openings].entries()) {
    const own = lines.slice(first, openings[i]);
    documents.push(yield* place(own, yield* nameKinds(own)));
  }
  return documents;
}

function* nameKinds(lines: readonly WrittenLine[]): Generator<void, BlockKind[], void> {
  const kinds: BlockKind[] = [];
  yield* nameBody(lines, kinds, yield* nameHeader(lines, kinds));
  return kinds;
}

/** So many lines are placed at a step. */
const LINES = 256;

function* place(lines: readonly WrittenLine[], kinds: readonly BlockKind[]): Generator<void, DocumentAt, void> {
  const from = lines[0]!.start;
  const isPause = createPace(LINES);
  const blocks: Block[] = [];
  for (const [i, line] of lines.entries()) {
    if (isPause(1)) yield;
    const kind = kinds[i] ?? 'paragraph';
    const [start, end] = [line.start - from, line.end - from];
    const inside = kind === 'paragraph' ? (isFirstOfBody(kinds, i) ? blocksOfFirst(line) : blocksOfLater(line)) : null;
    if (inside)
      for (const block of inside) blocks.push({ ...block, start: start + block.start, end: start + block.end });
    else if (kind === 'boilerplate') blocks.push({ kind, start, end, boilerplate: sortOf(line) });
    else blocks.push({ kind, start, end });
  }
  return { start: from, blocks };
}

const sortOf = ofLine(({ head }) => boilerplateKind(head) ?? 'related-links');

/** Looks up, in order, the pieces that an edit left as they were, be it at another place. */
function keeper(before: Layout, { start, end, by }: Change): (at: number, blocks: readonly Block[]) => Piece | null {
  let next = 0;
  return (at, blocks) => {
    const moved = at + blocks.at(-1)!.end <= start ? 0 : at >= end + by ? by : null;
    if (moved === null) return null;
    while (next < before.starts.length && before.starts[next]! + moved < at) next++;
    const isKept = before.starts[next] === at - moved && areSame(before.pieces[next]!.blocks, blocks);
    return isKept ? before.pieces[next]! : null;
  };
}

function areSame(before: readonly Block[], after: readonly Block[]): boolean {
  const isSame = ({ kind, start, end }: Block, i: number) =>
    kind === after[i]!.kind && start === after[i]!.start && end === after[i]!.end;
  return before.length === after.length && before.every(isSame);
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

/** A paragraph may have a stamp and a dateline in front of it. */
const blocksOfFirst = ofLine(({ words }) => blocksInside(words, true));
const blocksOfLater = ofLine(({ words }) => blocksInside(words, false));

/** Offsets are into the line; null where all of it is a paragraph. */
function blocksInside(line: string, isFirst: boolean): readonly Block[] | null {
  const blocks: Block[] = [];
  let start = 0;
  const stamp = leadingStamp(line);
  if (stamp) {
    const next = skipSpace(line, stamp.length);
    const dateline = readDateline(line.slice(next, next + LONGEST_HEADLINE), isFirst);
    if (next < line.length && ((stamp.certain && isFirst) || dateline?.date)) {
      blocks.push({ kind: 'stamp', start, end: stamp.length });
      start = next;
    }
  }
  const dateline = readDateline(line.slice(start, start + LONGEST_HEADLINE), isFirst);
  if (dateline) {
    const end = Math.min(start + dateline.length, line.length);
    blocks.push({ kind: 'dateline', start, end });
    start = skipSpace(line, end);
  }
  if (blocks.length === 0) return null;
  if (start < line.length) blocks.push({ kind: 'paragraph', start, end: line.length });
  return blocks;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** @param text the document's */
function readMeta(text: string, blocks: readonly Block[]): Meta {
  const textOf = (block: Block | undefined) => (block ? text.slice(block.start, block.end) : null);
  const stamps = blocks.filter(block => block.kind === 'stamp').map(block => toStamp(textOf(block) ?? ''));
  const datelineText = textOf(blocks.find(block => block.kind === 'dateline'));
  const dateline = datelineText === null ? null : readDateline(datelineText, true);
  const agency =
    dateline?.agency ?? stamps.map(stamp => stamp.outlet).find(outlet => outlet !== null) ?? outletOver(text, blocks);
  // A layout that is handed on from edit to edit must not hold on to every text in between.
  const kept = (name: string | null | undefined) => (name ? detached(name) : (name ?? null));
  return {
    publishedDate: publishedDate(stamps) ?? isoDate(dateline?.date?.date ?? null),
    place: kept(dateline?.place),
    agency: kept(agency),
    headline: kept(textOf(blocks.find(block => block.kind === 'headline'))),
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

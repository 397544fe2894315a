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
import { isOutlet, leadingStamp, publicationDay, readStamp, readStampDates, type Stamp } from './layout/stamp.ts';
import { layoutAfterTyping } from './layout/typing.ts';
import { LONGEST_HEADLINE, ofLine, type WrittenLine } from './layout/written.ts';
import type { Block, BlockKind, BundledDocument, Meta, Separator } from './model.ts';
import { finish } from './steps.ts';

export interface Layout {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** What all documents say alike. */
  readonly meta: Meta;
  readonly documents: readonly BundledDocument[];
  /** Of each document its blocks. */
  readonly blocksOf: readonly (readonly Block[])[];
  readonly separators: readonly Separator[];
  /** Every line of the text, blank ones included. */
  readonly lines: Lines;
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
  const metaOf = before && edit ? metaKeeper(text, before, edit) : (blocks: readonly Block[]) => readMeta(text, blocks);
  const separators: Separator[] = [];
  const documents: BundledDocument[] = [];
  const blocksOf: Block[][] = [];
  const blocks: Block[] = [];
  for (const part of readBundle(text, lines)) {
    yield;
    if (isSeparator(part)) {
      separators.push(part);
      blocks.push({ kind: 'separator', start: part.start, end: part.end });
      continue;
    }
    for (const document of yield* readDocuments(part)) {
      documents.push({ start: document[0]!.start, end: document.at(-1)!.end, meta: metaOf(document) });
      blocksOf.push(document);
      for (const block of document) blocks.push(block);
    }
  }
  return { text, blocks, meta: alike(documents.map(({ meta }) => meta)), documents, blocksOf, separators, lines };
}

function isSeparator(part: Part): part is Separator {
  return 'kind' in part;
}

/** The blocks of each document in some lines without separators: another one may open behind the end of the first. */
function* readDocuments(lines: readonly WrittenLine[]): Generator<void, Block[][], void> {
  const kinds = yield* nameKinds(lines);
  const openings = findOpeningsBehindEnds(lines, kinds);
  if (openings.length === 0) return [yield* place(lines, kinds)];
  const documents: Block[][] = [];
  for (const [i, first] of [0, ...openings].entries()) {
    const own = lines.slice(first, openings[i]);
    documents.push(yield* place(own, yield* nameKinds(own)));
  }
  return documents;
}

function* nameKinds(lines: readonly WrittenLine[]): Generator<void, BlockKind[], void> {
  const kinds: BlockKind[] = [];
  yield* nameBody(lines, kinds, nameHeader(lines, kinds));
  return kinds;
}

/** So many lines are placed at a step. */
const STEP = 256;

function* place(lines: readonly WrittenLine[], kinds: readonly BlockKind[]): Generator<void, Block[], void> {
  const blocks: Block[] = [];
  for (const [i, line] of lines.entries()) {
    if (i % STEP === STEP - 1) yield;
    const kind = kinds[i] ?? 'paragraph';
    if (kind === 'paragraph') placeParagraph(blocks, line, isFirstOfBody(kinds, i));
    else if (kind === 'boilerplate') blocks.push({ kind, start: line.start, end: line.end, boilerplate: sortOf(line) });
    else blocks.push({ kind, start: line.start, end: line.end });
  }
  return blocks;
}

const sortOf = ofLine(({ head }) => boilerplateKind(head) ?? 'related-links');

/** What the documents say of themselves, in order: as before where the edit left all their blocks as they were. */
function metaKeeper(text: string, before: Layout, { start, end, by }: Change): (blocks: readonly Block[]) => Meta {
  let next = 0;
  return blocks => {
    const first = blocks[0]!.start;
    const moved = blocks.at(-1)!.end < start ? 0 : first > end + by ? by : null;
    if (moved === null) return readMeta(text, blocks);
    while (next < before.documents.length && before.documents[next]!.start + moved < first) next++;
    const isKept = next < before.documents.length && areMoved(before.blocksOf[next]!, blocks, moved);
    return isKept ? before.documents[next]!.meta : readMeta(text, blocks);
  };
}

function areMoved(before: readonly Block[], after: readonly Block[], by: number): boolean {
  const isMoved = ({ kind, start, end }: Block, i: number) =>
    kind === after[i]!.kind && start + by === after[i]!.start && end + by === after[i]!.end;
  return before.length === after.length && before.every(isMoved);
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
function placeParagraph(blocks: Block[], line: WrittenLine, isFirst: boolean): void {
  const { start, end } = line;
  const inside = isFirst ? blocksOfFirst(line) : blocksOfLater(line);
  if (!inside) blocks.push({ kind: 'paragraph', start, end });
  else for (const block of inside) blocks.push({ ...block, start: start + block.start, end: start + block.end });
}

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

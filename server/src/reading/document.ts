/** One document: its paragraphs, who is named in them, what is said. */
import { analyseParagraph } from './analyse.ts';
import { type Change, changeOfList, detached, withItems } from './changes.ts';
import { type Dates, noDates, readDates } from './dates.ts';
import { type Discourse, readDiscourse } from './discourse/index.ts';
import { type DocumentParagraph, isSameParagraph, type Paragraph, type PlacedParagraphs } from './language.ts';
import { markerLength } from './layout/body.ts';
import type { Block, BlockKind, Meta } from './model.ts';
import { readNames } from './names/index.ts';
import { countBelow, firstWhere } from './search.ts';
import { firstFrom } from './spans.ts';
import { CHARACTERS, createPace } from './steps.ts';

/** What a document says, wherever in its text it stands: offsets are into its paragraphs, and theirs into the document. */
export interface DocumentReading extends PlacedParagraphs {
  readonly discourse: Discourse;
  readonly dates: Dates;
}

/** Paragraphs by their text, to be analysed once. */
export type Paragraphs = Map<string, Paragraph>;

/** A document as it is laid out; offsets are into it. */
export interface LaidOut {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly meta: Meta;
}

/** A reading of the document before its text was edited, and the edit, in offsets into the document. */
export interface DocumentBefore {
  readonly reading: DocumentReading;
  readonly blocks: readonly Block[];
  readonly edit: Change;
  /** The one block that the edit has changed, where it is known to be one. */
  readonly block: number | null;
}

/** What is looked for: all, or who says what alone, without dates. */
export type Scope = 'all' | 'said';

/** Reads a document in steps of a few milliseconds; `paragraphs` and `before` only save time. */
export function* readOneDocument(
  document: LaidOut,
  paragraphs: Paragraphs | null,
  before: DocumentBefore | null,
  scope: Scope,
): Generator<void, DocumentReading, void> {
  const last = before?.reading ?? null;
  const { placed, edit } = yield* readParagraphs(document, paragraphs, before);
  const names = yield* readNames(placed, last?.discourse.names, edit);
  yield;
  const discourse = yield* readDiscourse(names, last?.discourse, edit);
  yield;
  const { paragraphs: all, starts } = placed;
  const dates = scope === 'all' ? yield* readDates(all, document.meta, last?.dates, edit) : noDates;
  return { paragraphs: all, starts, discourse, dates };
}

/** A document's paragraphs. Those that an edit left as they were are not looked at: in a long document that alone takes a while. */
function* readParagraphs(
  { text, blocks }: LaidOut,
  paragraphs: Paragraphs | null,
  before: DocumentBefore | null,
): Generator<void, { readonly placed: PlacedParagraphs; readonly edit: Change | null }, void> {
  const edited = before && changeOfBlocks(before, blocks);
  const isPause = createPace(CHARACTERS);
  const between: DocumentParagraph[] = [];
  const starts: number[] = [];
  for (const { kind: blockKind, start, end } of edited ? blocks.slice(edited.start, edited.end + edited.by) : blocks) {
    const kind = READ_AS[blockKind];
    if (!kind) continue;
    const from = blockKind === 'list-item' ? start + markerLength(text.slice(start, end)) : start;
    const written = text.slice(from, end);
    const seen = paragraphs?.get(written);
    between.push({ kind, paragraph: seen ?? analyse(written, paragraphs) });
    starts.push(from);
    if (!seen && isPause(written.length)) yield;
  }
  if (!before || !edited) return { placed: { paragraphs: between, starts }, edit: null };
  const { paragraphs: were, starts: stood } = before.reading;
  const placeOf = (block: Block | undefined) => countBelow(stood, block?.start ?? Number.POSITIVE_INFINITY);
  const [first, behind] = [placeOf(before.blocks[edited.start]), placeOf(before.blocks[edited.end])];
  const { start, end, by } = changeOfList(were.slice(first, behind), between, isSameParagraph);
  const change = { start: first + start, end: first + end, by };
  const renewed = between.slice(start, end + by);
  const moved = movedBy(stood.slice(behind), before.edit.by);
  return {
    placed: { paragraphs: withItems(were, change, renewed), starts: stood.slice(0, first).concat(starts, moved) },
    edit: change,
  };
}

/** Which blocks an edit of their text may have changed: all but those that lie before or behind it as they were. */
function changeOfBlocks({ blocks: were, edit, block }: DocumentBefore, are: readonly Block[]): Change {
  if (block !== null) return { start: block, end: block + 1, by: 0 };
  const isSame = (was: Block, is: Block, by: number) =>
    was.start + by === is.start && was.end + by === is.end && was.kind === is.kind;
  const by = are.length - were.length;
  let start = 0;
  const before = firstWhere(Math.min(were.length, are.length), i => are[i]!.end > edit.start);
  while (start < before && isSame(were[start]!, are[start]!, 0)) start++;
  let end = were.length;
  const behind = Math.max(start + Math.max(0, -by), firstFrom(are, edit.end + edit.by) - by);
  while (end > behind && isSame(were[end - 1]!, are[end - 1 + by]!, edit.by)) end--;
  return { start, end, by };
}

const movedBy = (starts: readonly number[], by: number): readonly number[] =>
  by === 0 ? starts : starts.map(start => start + by);

/** How the language of a block is read; what is missing here is a page's own and not read. */
const READ_AS: Partial<Record<BlockKind, DocumentParagraph['kind']>> = {
  breadcrumb: 'breadcrumb',
  headline: 'headline',
  kicker: 'kicker',
  deck: 'deck',
  stamp: 'stamp',
  // Names and dates, and nobody who speaks.
  byline: 'stamp',
  dateline: 'dateline',
  paragraph: 'paragraph',
  'cross-head': 'paragraph',
  'list-item': 'paragraph',
  caption: 'paragraph',
};

function analyse(text: string, paragraphs: Paragraphs | null): Paragraph {
  if (!paragraphs) return analyseParagraph(text);
  const own = detached(text);
  const paragraph = analyseParagraph(own, true);
  paragraphs.set(own, paragraph);
  return paragraph;
}

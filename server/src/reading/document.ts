/** One document: its paragraphs, who is named in them, what is said. */
import { analyseParagraph } from './analyse.ts';
import { type Change, changeOfList, detached } from './changes.ts';
import { type Dates, readDates } from './dates.ts';
import { type Discourse, readDiscourse } from './discourse/index.ts';
import { isSameParagraph, type Paragraph, type PlacedParagraph } from './language.ts';
import { markerLength } from './layout/body.ts';
import type { Block, BlockKind, Meta } from './model.ts';
import { readNames } from './names/index.ts';
import { firstWhere } from './search.ts';
import { firstFrom } from './spans.ts';

/** What a document says, wherever in its text it stands: offsets are into its paragraphs, and theirs into the document. */
export interface DocumentReading {
  readonly paragraphs: readonly PlacedParagraph[];
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
  const dates = scope === 'all' ? yield* readDates(placed, document.meta, last?.dates, edit) : noDates;
  return { paragraphs: placed, discourse, dates };
}

const noDates: Dates = { all: [], anchor: null, publishedDate: null };

/** A document's paragraphs. Those that an edit left as they were are not looked at: in a long document that alone takes a while. */
function* readParagraphs(
  { text, blocks }: LaidOut,
  paragraphs: Paragraphs | null,
  before: DocumentBefore | null,
): Generator<void, { readonly placed: readonly PlacedParagraph[]; readonly edit: Change | null }, void> {
  const edited = before && changeOfBlocks(before.blocks, blocks, before.edit);
  const between: PlacedParagraph[] = [];
  for (const { kind: blockKind, start, end } of edited ? blocks.slice(edited.start, edited.end + edited.by) : blocks) {
    const kind = READ_AS[blockKind];
    if (!kind) continue;
    const from = blockKind === 'list-item' ? start + markerLength(text.slice(start, end)) : start;
    const written = text.slice(from, end);
    const seen = paragraphs?.get(written);
    between.push({ kind, start: from, paragraph: seen ?? analyse(written, paragraphs) });
    if (!seen) yield;
  }
  if (!before || !edited) return { placed: between, edit: null };
  const were = before.reading.paragraphs;
  const placeOf = (block: Block | undefined) => (block ? firstFrom(were, block.start) : were.length);
  const [first, behind] = [placeOf(before.blocks[edited.start]), placeOf(before.blocks[edited.end])];
  const { start, end, by } = changeOfList(were.slice(first, behind), between, isSameParagraph);
  return {
    placed: [...were.slice(0, first), ...between, ...movedBy(were.slice(behind), before.edit.by)],
    edit: { start: first + start, end: first + end, by },
  };
}

/** Which blocks an edit of their text may have changed: all but those that lie before or behind it as they were. */
function changeOfBlocks(were: readonly Block[], are: readonly Block[], edit: Change): Change {
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

function movedBy(paragraphs: readonly PlacedParagraph[], by: number): readonly PlacedParagraph[] {
  if (by === 0) return paragraphs;
  return paragraphs.map(({ kind, start, paragraph }) => ({ kind, start: start + by, paragraph }));
}

/** How the language of a block is read; what is missing here is a page's own and not read. */
const READ_AS: Partial<Record<BlockKind, PlacedParagraph['kind']>> = {
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

/** One document: its paragraphs, who is named in them, what is said. */
import { analyseParagraph } from './analyse.ts';
import { type Change, changeOfList, detached } from './changes.ts';
import { type Dates, readDates } from './dates.ts';
import { type Discourse, readDiscourse } from './discourse/index.ts';
import { isSameParagraph, type Paragraph, type PlacedParagraph } from './language.ts';
import { markerLength } from './layout/body.ts';
import type { Block, BlockKind, Meta } from './model.ts';
import { readNames } from './names/index.ts';

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
  const placed = yield* readParagraphs(document, paragraphs, before);
  const edit = last && changeOfList(last.paragraphs, placed, isSameParagraph);
  const names = yield* readNames(placed, last?.discourse.names, edit);
  yield;
  const discourse = yield* readDiscourse(names, last?.discourse, edit);
  yield;
  const dates = scope === 'all' ? yield* readDates(placed, document.meta, last?.dates, edit) : noDates;
  return { paragraphs: placed, discourse, dates };
}

const noDates: Dates = { all: [], anchor: null, publishedDate: null };

function* readParagraphs(
  { text, blocks }: LaidOut,
  paragraphs: Paragraphs | null,
  before: DocumentBefore | null,
): Generator<void, PlacedParagraph[], void> {
  const placed: PlacedParagraph[] = [];
  const known = knownIn(before);
  for (const block of blocks) {
    const kind = READ_AS[block.kind];
    if (!kind) continue;
    const marker = block.kind === 'list-item' ? markerLength(text.slice(block.start, block.end)) : 0;
    const from = block.start + marker;
    const same = known(from, block.end, kind);
    if (same) {
      placed.push(same);
      continue;
    }
    const written = text.slice(from, block.end);
    const seen = paragraphs?.get(written);
    placed.push({ kind, start: from, paragraph: seen ?? analyse(written, paragraphs) });
    if (!seen) yield;
  }
  return placed;
}

/** Looks up, in order, the paragraphs that an edit left as they were: no word of them need be compared. */
function knownIn(
  before: DocumentBefore | null,
): (start: number, end: number, kind: PlacedParagraph['kind']) => PlacedParagraph | null {
  if (!before) return () => null;
  const { edit, reading } = before;
  let next = 0;
  return (start, end, kind) => {
    const by = end <= edit.start ? 0 : start >= edit.end + edit.by ? edit.by : null;
    if (by === null) return null;
    while ((reading.paragraphs[next]?.start ?? Number.POSITIVE_INFINITY) < start - by) next++;
    const was = reading.paragraphs[next];
    if (was?.start !== start - by || was.kind !== kind || was.paragraph.text.length !== end - start) return null;
    return by === 0 ? was : { kind, start, paragraph: was.paragraph };
  };
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

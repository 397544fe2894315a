/** One document: its paragraphs, who is named in them, what is said. */
import { analyseParagraph } from './analyse.ts';
import { readDates } from './dates.ts';
import { type Discourse, readDiscourse } from './discourse/index.ts';
import type { Paragraph, PlacedParagraph } from './language.ts';
import { markerLength } from './layout/body.ts';
import type { Block, BlockKind, BundledDocument, DateExpression } from './model.ts';
import { readNames } from './names/index.ts';

/** What a document says, wherever in its text it stands: offsets are into its paragraphs, and theirs into the document. */
export interface DocumentReading {
  readonly paragraphs: readonly PlacedParagraph[];
  readonly discourse: Discourse;
  /** For each paragraph its dates. */
  readonly dates: readonly (readonly DateExpression[])[];
}

/** Paragraphs by their text, to be analysed once. */
export type Paragraphs = Map<string, Paragraph>;

/**
 * Reads a document in steps of a few milliseconds; `blocks` are its own. `paragraphs` and `before`, the document before it was
 * edited, only save time.
 */
export function* readOneDocument(
  text: string,
  { start, meta }: BundledDocument,
  blocks: readonly Block[],
  paragraphs: Paragraphs | null,
  before: DocumentReading | null,
): Generator<void, DocumentReading, void> {
  const placed: PlacedParagraph[] = [];
  for (const block of blocks) {
    const kind = READ_AS[block.kind];
    if (!kind) continue;
    const from =
      block.kind === 'list-item' ? block.start + markerLength(text.slice(block.start, block.end)) : block.start;
    const written = text.slice(from, block.end);
    const known = paragraphs?.get(written);
    placed.push({ kind, start: from - start, paragraph: known ?? analyse(written, paragraphs) });
    if (!known) yield;
  }
  const names = yield* readNames(placed, before?.discourse.names);
  yield;
  const discourse = yield* readDiscourse(names, before?.discourse);
  yield;
  return { paragraphs: placed, discourse, dates: readDates(placed, meta) };
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

/** A part of a text keeps the whole text in memory, unless it is written anew. */
const detached = (text: string): string => ` ${text}`.slice(1);

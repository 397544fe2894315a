import { findProblems } from '../rules/index.ts';
import { analyseParagraph } from './analyse.ts';
import { readLayout } from './blocks.ts';
import { readDates } from './dates.ts';
import { readDiscourse } from './discourse/index.ts';
import { idInText } from './entityIds.ts';
import type { Paragraph, PlacedParagraph } from './language.ts';
import { markerLength } from './layout/body.ts';
import type { Block, BlockKind, BundledDocument, Reading } from './model.ts';
import { readNames } from './names/index.ts';
import { setScenes } from './statements/scene.ts';

/** Paragraphs analysed before, by their text: hand the same memory to the next reading of an edited document. */
export type Memory = Map<string, Paragraph>;

/**
 * Reads a text: one document, or each document of a bundle by itself. Never throws: any text gives a reading, if need be an
 * empty one. The result is a function of `text` alone; `memory` only saves time.
 */
export function readDocument(text: string, memory: Memory | null = null): Reading {
  const steps = readInSteps(text, memory);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps, for whoever has other things to do in between: a step is a paragraph, or one pass over a document. */
export function* readInSteps(text: string, memory: Memory | null = null): Generator<void, Reading, void> {
  const layout = readLayout(text);
  const { meta, documents, separators, blocks } = layout;
  const parts: Part[] = [];
  let next = 0;
  for (const [i, document] of documents.entries()) {
    while (blocks[next]!.start < document.start) next++;
    const first = next;
    while (next < blocks.length && blocks[next]!.start < document.end) next++;
    const part = yield* readPart(text, document, blocks.slice(first, next), memory);
    parts.push(i === 0 ? part : withOwnIds(part, i));
    yield;
  }
  return {
    meta,
    documents,
    separators,
    blocks,
    entities: parts.flatMap(({ entities }) => entities),
    mentions: parts.flatMap(({ mentions }) => mentions),
    statements: parts.flatMap(({ statements }) => statements),
    dates: parts.flatMap(({ dates }) => dates),
    problems: findProblems(text, layout),
  };
}

type Part = Pick<Reading, 'entities' | 'mentions' | 'statements' | 'dates'>;

function* readPart(
  text: string,
  { meta }: BundledDocument,
  blocks: readonly Block[],
  memory: Memory | null,
): Generator<void, Part, void> {
  const paragraphs: PlacedParagraph[] = [];
  for (const { kind, start, end } of blocks) {
    const as = READ_AS[kind];
    if (!as) continue;
    const words = kind === 'list-item' ? start + markerLength(text.slice(start, end)) : start;
    paragraphs.push({ kind: as, start: words, paragraph: recall(text.slice(words, end), memory) });
    yield;
  }
  const { entities, mentions: names } = readNames(text, paragraphs);
  yield;
  const { statements, mentions: references } = readDiscourse(setScenes(paragraphs, entities, names), entities);
  return {
    entities,
    mentions: [...names, ...references].sort((a, b) => a.start - b.start || b.end - a.end),
    statements,
    dates: readDates(paragraphs, meta),
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

/** The same person has an entity in each document; the corpus joins them as it joins those of several files. */
function withOwnIds({ entities, mentions, statements, dates }: Part, place: number): Part {
  const own = (ids: readonly string[]) => ids.map(id => idInText(id, place));
  return {
    entities: entities.map(entity => ({ ...entity, id: idInText(entity.id, place) })),
    mentions: mentions.map(mention => ({ ...mention, entities: own(mention.entities) })),
    statements: statements.map(statement => ({ ...statement, speakers: own(statement.speakers) })),
    dates,
  };
}

function recall(text: string, memory: Memory | null): Paragraph {
  if (!memory) return analyseParagraph(text);
  const known = memory.get(text);
  if (known) return known;
  const paragraph = analyseParagraph(text, true);
  memory.set(text, paragraph);
  return paragraph;
}

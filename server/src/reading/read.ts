import { findProblems } from '../rules/index.ts';
import { analyseParagraph } from './analyse.ts';
import { readLayout } from './blocks.ts';
import { readDates } from './dates.ts';
import { readDiscourse } from './discourse/index.ts';
import type { Paragraph, PlacedParagraph } from './language.ts';
import type { Reading } from './model.ts';
import { readNames } from './names/index.ts';
import { setScenes } from './statements/scene.ts';

/** Paragraphs analysed before, by their text: hand the same memory to the next reading of an edited document. */
export type Memory = Map<string, Paragraph>;

/**
 * Reads a document. Never throws: any text gives a reading, if need be an empty one.
 * The result is a function of `text` alone; `memory` only saves time.
 */
export function readDocument(text: string, memory: Memory = new Map()): Reading {
  const layout = readLayout(text);
  const paragraphs: PlacedParagraph[] = layout.blocks
    .filter(block => block.kind !== 'trailer' && block.kind !== 'boilerplate')
    .map(
      ({ kind, start, end }) => ({ kind, start, paragraph: recall(text.slice(start, end), memory) }) as PlacedParagraph,
    );
  const { entities, mentions: names } = readNames(text, paragraphs);
  const { statements, mentions: references } = readDiscourse(setScenes(paragraphs, entities, names), entities);
  return {
    meta: layout.meta,
    documents: layout.documents,
    separators: layout.separators,
    blocks: layout.blocks,
    entities,
    mentions: [...names, ...references].sort((a, b) => a.start - b.start || b.end - a.end),
    statements,
    dates: readDates(paragraphs, layout.meta),
    problems: findProblems(text, layout),
  };
}

function recall(text: string, memory: Memory): Paragraph {
  const known = memory.get(text);
  if (known) return known;
  const paragraph = analyseParagraph(text);
  memory.set(text, paragraph);
  return paragraph;
}

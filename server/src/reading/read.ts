import { deepEqual } from 'fast-equals';
import { type Checked, checkFormatInSteps } from '../rules/index.ts';
import { type Layout, readLayoutInSteps } from './blocks.ts';
import { type Change, changeOfList, changeOfText } from './changes.ts';
import { type Paragraphs, readOneDocument, type Scope } from './document.ts';
import type { BundledDocument, Reading } from './model.ts';
import { type Passages, readingOf } from './passages.ts';
import { type PlacedDocument, placeDocument } from './placing.ts';
import { finish } from './steps.ts';

/** What is kept of a reading for the next one, of the same text after an edit. */
export interface Memory {
  paragraphs: Paragraphs;
  last: LastReading | null;
}

interface LastReading {
  readonly layout: Layout;
  readonly checked: Checked;
  readonly documents: readonly PlacedDocument[];
}

export const createMemory = (): Memory => ({ paragraphs: new Map(), last: null });

/**
 * Reads a text: one document, or each document of a bundle by itself. Never throws: any text gives a reading, if need be an
 * empty one. The result is a function of `text` alone; `memory` only saves time.
 */
export function readDocument(text: string, memory: Memory | null = null): Reading {
  return finish(readInSteps(text, memory));
}

/** The same in steps of a few milliseconds, for whoever has other things to do in between. */
export function* readInSteps(text: string, memory: Memory | null = null): Generator<void, Reading, void> {
  const last = memory?.last ?? null;
  const change = last && changeOfText(last.layout.text, text);
  const { layout, documents } = yield* readDocuments(text, memory, change, 'all');
  const checked = yield* checkFormatInSteps(layout, last?.checked, change);
  yield;
  if (memory) keep(memory, { layout, checked, documents });
  return readingOf({ ...layout, problems: checked.problems }, passagesOf(documents));
}

/** As `readInSteps`, for whoever asks only who says what: no dates are looked for, and no problems. */
export function* readSaidInSteps(text: string): Generator<void, Reading, void> {
  const { layout, documents } = yield* readDocuments(text, null, null, 'said');
  return readingOf({ ...layout, problems: [] }, passagesOf(documents));
}

function* readDocuments(
  text: string,
  memory: Memory | null,
  change: Change | null,
  scope: Scope,
): Generator<void, Omit<LastReading, 'checked'>, void> {
  const last = memory?.last ?? null;
  const layout = yield* readLayoutInSteps(text, last?.layout, change);
  yield;
  const edit = last && changeOfList(last.layout.documents, layout.documents, isSameIn(last.layout, layout));
  const documents: PlacedDocument[] = [];
  for (const [i, document] of layout.documents.entries()) {
    const isEdited = !edit || (i >= edit.start && i < edit.end + edit.by);
    const before = last?.documents[isEdited || i < edit.start ? i : i - edit.by] ?? null;
    const reading =
      before && !isEdited
        ? before.reading
        : yield* readOneDocument(
            { text, document, blocks: layout.blocksOf[i] ?? [] },
            memory?.paragraphs ?? null,
            before && change && { reading: before.reading, edit: changeIn(change, before.start, document.start) },
            scope,
          );
    documents.push(yield* placeDocument(reading, i, document.start, before));
    yield;
  }
  return { layout, documents };
}

function passagesOf(documents: readonly PlacedDocument[]): Passages {
  const all = joined(documents.map(({ passages }) => passages));
  const entities = joined(documents.map(({ entities }) => entities));
  const starts: number[] = [];
  for (const { reading, start } of documents)
    for (const paragraph of reading.paragraphs) starts.push(start + paragraph.start);
  return { all, starts, entities };
}

/** So many arguments are passed at once; V8 throws where they are some hundred thousand. */
const MOST_LISTS = 1000;

/** As `flat` gives it, which V8 has only item by item. */
function joined<T>(lists: readonly (readonly T[])[]): readonly T[] {
  if (lists.length <= MOST_LISTS) return ([] as readonly T[]).concat(...lists);
  const groups = Array.from({ length: Math.ceil(lists.length / MOST_LISTS) }, (_, i) => i * MOST_LISTS);
  return joined(groups.map(first => joined(lists.slice(first, first + MOST_LISTS))));
}

/** A change of a text in offsets into a document that stood at `from` and stands at `to`: all of it, where it has moved. */
function changeIn({ start, end, by }: Change, from: number, to: number): Change {
  return from === to ? { start: start - to, end: end - to, by } : { start: 0, end: Number.POSITIVE_INFINITY, by: 0 };
}

/** Whether a document is the same as one of the last reading, be it at another place. */
function isSameIn(before: Layout, after: Layout) {
  return (a: BundledDocument, b: BundledDocument, from: number, to: number): boolean => {
    const [were, are] = [before.blocksOf[from] ?? [], after.blocksOf[to] ?? []];
    return (
      b.end - b.start === a.end - a.start &&
      were.length === are.length &&
      before.text.slice(a.start, a.end) === after.text.slice(b.start, b.end) &&
      were.every((block, k) => block.kind === are[k]?.kind && block.end - a.start === are[k].end - b.start) &&
      (a.meta === b.meta || deepEqual(a.meta, b.meta))
    );
  };
}

/** Every edit leaves the paragraph as it was before behind; those that are gone are dropped once they outnumber the rest. */
function keep(memory: Memory, last: LastReading): void {
  memory.last = last;
  if (memory.paragraphs.size < 2 * last.layout.blocks.length + 64) return;
  const current = last.documents.flatMap(({ reading }) => reading.paragraphs);
  memory.paragraphs = new Map(current.map(({ paragraph }) => [paragraph.text, paragraph]));
}

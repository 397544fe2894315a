import { checkFormatInSteps } from '../rules/index.ts';
import { type Layout, readLayoutInSteps } from './blocks.ts';
import { type Change, changeOfItems, changeOfText } from './changes.ts';
import { readOneDocument, type Scope } from './document.ts';
import { typedSince } from './layout/pieces.ts';
import type { LastReading, Memory } from './memory.ts';
import type { Reading } from './model.ts';
import { lazily, once } from './once.ts';
import { type Passages, readingOf } from './passages.ts';
import { entitiesAt, type PlacedDocument, placeDocument } from './placing.ts';
import { finish } from './steps.ts';

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
  return readingOf(layout, () => checked.problems, passagesOf(layout, documents));
}

/** As `readInSteps`, for whoever asks only who says what: no dates are looked for, and no problems. */
export function* readSaidInSteps(text: string): Generator<void, Reading, void> {
  const { layout, documents } = yield* readDocuments(text, null, null, 'said');
  return readingOf(layout, () => [], passagesOf(layout, documents));
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
  const edit = last && changeOfItems(last.layout.pieces, layout.pieces);
  const typed = last && typedSince(last.layout, layout);
  const documents: (PlacedDocument | null)[] = [];
  let count = 0;
  for (const [i, { length, blocks, meta }] of layout.pieces.entries()) {
    if (!meta) {
      documents.push(null);
      continue;
    }
    const index = count++;
    const isEdited = !edit || (i >= edit.start && i < edit.end + edit.by);
    const from = isEdited || i < edit.start ? i : i - edit.by;
    const before = last?.documents[from] ?? null;
    if (!isEdited && before?.index === index) {
      documents.push(before);
      continue;
    }
    const start = layout.starts[i]!;
    const reading =
      before && !isEdited
        ? before.reading
        : yield* readOneDocument(
            { text: text.slice(start, start + length), blocks, meta },
            memory?.paragraphs ?? null,
            last &&
              before &&
              change && {
                reading: before.reading,
                blocks: last.layout.pieces[from]!.blocks,
                edit: changeIn(change, last.layout.starts[from]!, start),
                block: typed?.block ?? null,
              },
            scope,
          );
    documents.push(yield* placeDocument(reading, index, before));
    yield;
  }
  return { layout, documents };
}

function passagesOf({ starts }: Layout, documents: LastReading['documents']): Passages {
  const gathered = <T>(of: (document: PlacedDocument, start: number) => readonly T[]) =>
    once(() => joined(documents.map((document, i) => (document ? of(document, starts[i]!) : []))));
  return lazily<Pick<Passages, 'placeEntities'>, Omit<Passages, 'placeEntities'>>(
    { placeEntities: () => placeEntitiesOf(documents, starts) },
    {
      all: gathered(({ passages }) => passages),
      starts: gathered(({ reading: { starts } }, start) => (start === 0 ? starts : starts.map(own => start + own))),
      entities: gathered(entitiesAt),
    },
  );
}

function* placeEntitiesOf(documents: LastReading['documents'], starts: readonly number[]): Generator<void, void, void> {
  for (const [i, document] of documents.entries()) {
    if (!document) continue;
    entitiesAt(document, starts[i]!);
    yield;
  }
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

/** Every edit leaves the paragraph as it was before behind; those that are gone are dropped once they outnumber the rest. */
function keep(memory: Memory, last: LastReading): void {
  memory.last = last;
  const count = last.layout.pieces.reduce((sum, { blocks }) => sum + blocks.length, 0);
  if (memory.paragraphs.size < 2 * count + 64) return;
  const current = last.documents.flatMap(document => document?.reading.paragraphs ?? []);
  memory.paragraphs = new Map(current.map(({ paragraph }) => [paragraph.text, paragraph]));
}

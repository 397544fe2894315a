import { lineAt, lineStartsOf } from '../corpus/lines.ts';
import type { Block, BlockKind, Span } from '../reading/model.ts';
import { type OutlineItem, outline } from './outline.ts';
import type { OpenDocument } from './snapshot.ts';

/** What can be folded away; its first line stays to be seen. */
export interface Fold extends Span {
  readonly kind: 'document' | 'header' | 'turn' | 'boilerplate';
}

/**
 * The header, the turns and the runs of boilerplate and trailers that take more than one line, in order of their start; in a
 * bundle the documents, with all inside that does not start on their first line. No two share a line unless one lies inside the
 * other: one that ends on the line where the next begins is cut before that line.
 */
export function foldingRanges(document: OpenDocument): Fold[] {
  const { text, reading } = document;
  const lines = lineStartsOf(text);
  const items = outline(document);
  if (reading.documents.length < 2) return foldsIn(reading.blocks, items, text, lines);
  const around = cutBeforeNext(
    reading.documents.map(bundled => toFold('document', bundled)),
    text,
    lines,
  );
  let next = 0;
  return around.flatMap((whole, index) => {
    const first = next;
    const end = reading.documents[index]!.end;
    while (next < reading.blocks.length && reading.blocks[next]!.start < end) next++;
    const inside = foldsIn(reading.blocks.slice(first, next), items[index]!.children, text, lines);
    return hasLines(whole, lines) ? [whole, ...inside.filter(fold => isInside(fold, whole, lines))] : [];
  });
}

function foldsIn(blocks: readonly Block[], items: readonly OutlineItem[], text: string, lines: Int32Array): Fold[] {
  const turns = items.flatMap(item => (item.kind === 'turn' ? [toFold('turn', item)] : []));
  const spoken = cutBeforeNext([...header(blocks), ...turns], text, lines).filter(fold => hasLines(fold, lines));
  const closing = boilerplate(blocks).filter(
    run => hasLines(run, lines) && spoken.every(fold => areApart(run, fold, lines) || isInside(run, fold, lines)),
  );
  return [...spoken, ...closing].sort((a, b) => a.start - b.start);
}

/** The blocks that stand before the first one of the body. */
function header(all: readonly Block[]): Fold[] {
  const blocks = all.filter(({ kind }) => kind !== 'separator');
  const end = blocks.findIndex(({ kind }) => !opening.has(kind));
  const [first, ...rest] = end < 0 ? blocks : blocks.slice(0, end);
  return first ? [toFold('header', { start: first.start, end: (rest.at(-1) ?? first).end })] : [];
}

const opening: ReadonlySet<BlockKind> = new Set([
  'breadcrumb',
  'headline',
  'kicker',
  'deck',
  'stamp',
  'byline',
  'dateline',
  'caption',
  'credit',
]);

function boilerplate(blocks: readonly Block[]): Fold[] {
  const runs: Fold[] = [];
  let open = false;
  for (const block of blocks) {
    const closing = isClosing(block.kind);
    if (closing && open) runs.push({ ...runs.pop()!, end: block.end });
    else if (closing) runs.push(toFold('boilerplate', block));
    open = closing;
  }
  return runs;
}

function isClosing(kind: Block['kind']): boolean {
  return kind === 'boilerplate' || kind === 'trailer' || kind === 'end-note';
}

function cutBeforeNext(folds: readonly Fold[], text: string, lines: Int32Array): Fold[] {
  return folds.map((fold, index) => {
    const next = folds[index + 1];
    if (!next) return fold;
    const end = Math.min(fold.end, lines[lineAt(lines, next.start)]!);
    return { ...fold, end: fold.start + text.slice(fold.start, end).trimEnd().length };
  });
}

function areApart(a: Span, b: Span, lines: Int32Array): boolean {
  return lineAt(lines, a.end) < lineAt(lines, b.start) || lineAt(lines, b.end) < lineAt(lines, a.start);
}

function isInside(inner: Span, outer: Span, lines: Int32Array): boolean {
  return lineAt(lines, outer.start) < lineAt(lines, inner.start) && inner.end <= outer.end;
}

function hasLines({ start, end }: Span, lines: Int32Array): boolean {
  return lineAt(lines, start) < lineAt(lines, end);
}

function toFold(kind: Fold['kind'], { start, end }: Span): Fold {
  return { kind, start, end };
}

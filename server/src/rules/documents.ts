import type { Layout } from '../reading/blocks.ts';
import type { Block, BlockKind, Meta, Span } from '../reading/model.ts';

/** One document of a text, with its blocks in order. */
export interface DocumentBlocks {
  readonly meta: Meta;
  readonly blocks: readonly Block[];
}

export function blocksOfDocuments({ blocks, documents }: Layout): DocumentBlocks[] {
  let next = 0;
  return documents.map(({ start, end, meta }) => {
    while (next < blocks.length && blocks[next]!.start < start) next++;
    const first = next;
    while (next < blocks.length && blocks[next]!.end <= end) next++;
    return { meta, blocks: blocks.slice(first, next) };
  });
}

/** The kinds that a line of the header can be taken for when other blocks are written onto it. */
const HEADER: ReadonlySet<BlockKind> = new Set([
  'headline',
  'kicker',
  'deck',
  'byline',
  'stamp',
  'boilerplate',
  'credit',
]);

/** The lines before a document's body, and the first of the body with the dateline in front of it. */
export function* headerLines(text: string, { blocks }: DocumentBlocks): Iterable<Span> {
  for (const [i, block] of blocks.entries()) {
    if (HEADER.has(block.kind) || block.kind === 'caption') yield block;
    if (block.kind !== 'paragraph' && block.kind !== 'dateline') continue;
    const next = blocks[i + 1];
    const isOneLine = block.kind === 'dateline' && next && !/[\r\n]/.test(text.slice(block.end, next.start));
    yield isOneLine ? { start: block.start, end: next.end } : block;
    if (isOneLine || block.kind === 'paragraph') return;
  }
}

import type { BlockKind, Span } from '../reading/model.ts';
import type { RuleDocument } from './rule.ts';
import { isOneLine } from './seams.ts';

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
export function* headerLines({ text, blocks }: RuleDocument): Iterable<Span> {
  for (const [i, block] of blocks.entries()) {
    if (HEADER.has(block.kind) || block.kind === 'caption') yield block;
    if (block.kind !== 'paragraph' && block.kind !== 'dateline') continue;
    const next = blocks[i + 1];
    const joined = block.kind === 'dateline' && next && isOneLine(text, block, next) ? next : null;
    yield joined ? { start: block.start, end: joined.end } : block;
    if (joined || block.kind === 'paragraph') return;
  }
}

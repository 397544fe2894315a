import type { Block, BlockKind } from '../reading/model.ts';
import { copyOf } from './copies.ts';
import type { Rule } from './rule.ts';

/** What pages show twice when they are copied; paragraphs have a rule of their own. */
const ONCE: ReadonlySet<BlockKind> = new Set([
  'breadcrumb',
  'headline',
  'kicker',
  'deck',
  'stamp',
  'byline',
  'dateline',
  'end-note',
]);

/** What is longer than a headline can be is a paragraph, whose copies another rule finds. */
const LONGEST = 250;

/** A block that a document has once comes again: its headline, its stamp, its byline. */
export const repeatedBlock: Rule = {
  code: 'repeated-block',
  severity: 'warning',
  description: 'A headline, stamp, byline or other block that a document has once comes again, word for word.',
  remedy:
    'No fix: which of the two goes is for an editor to decide. Either can be removed by a quick fix, which drops its words.',
  fixable: 'never',
  *inDocument(document) {
    const { text, alike } = document;
    const seen = new Map<string, Block>();
    const header: Block[] = [];
    for (const block of alike) {
      if (AGAIN.has(block.kind)) header.push(block);
      else if (!ONCE.has(block.kind) && !header.some(other => isAsLongAs(other, block))) continue;
      const words = block.end - block.start > LONGEST ? '' : wordsOf(text.slice(block.start, block.end));
      const first = seen.get(words);
      if (first && isRepeated(first, block)) {
        const message = `This ${block.kind} repeats the ${first.kind} above, word for word. Which of the two goes is for an editor to decide.`;
        yield { ...copyOf(document, first, block), message };
      } else if (!first && words !== '' && ONCE.has(block.kind)) {
        seen.set(words, block);
      }
    }
  },
};

/** What comes again as a line of the body may be read as a cross-head or paragraph there. */
const AGAIN: ReadonlySet<BlockKind> = new Set(['headline', 'stamp', 'byline']);

function isRepeated(first: Block, { kind }: Block): boolean {
  if (first.kind === kind) return true;
  if (first.kind === 'headline' && ONCE.has(kind)) return true;
  return AGAIN.has(first.kind) && (kind === 'paragraph' || kind === 'cross-head');
}

/** Spaces and marks may differ, and little else. */
function isAsLongAs(a: Block, b: Block): boolean {
  return Math.abs(a.end - a.start - (b.end - b.start)) <= 8;
}

function wordsOf(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

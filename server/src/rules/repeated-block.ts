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
  *find(document) {
    const { text } = document;
    for (const { blocks } of document.documents) {
      const seen = new Map<string, Block>();
      let headline: Block | null = null;
      for (const block of blocks) {
        if (block.kind === 'headline') headline = block;
        else if (!ONCE.has(block.kind) && !isAsLongAs(headline, block)) continue;
        const words = block.end - block.start > LONGEST ? '' : wordsOf(text.slice(block.start, block.end));
        const first = seen.get(words);
        if (first && isRepeated(first, block)) {
          const message = `This ${block.kind} repeats the ${first.kind} above, word for word. Which of the two goes is for an editor to decide.`;
          yield { ...copyOf(document, first, block), message };
        } else if (!first && words !== '' && ONCE.has(block.kind)) {
          seen.set(words, block);
        }
      }
    }
  },
};

/** A headline often comes again as a line of the body, then read as a cross-head or paragraph. */
function isRepeated(first: Block, { kind }: Block): boolean {
  if (first.kind === 'headline') return kind === 'paragraph' || kind === 'cross-head' || ONCE.has(kind);
  return first.kind === kind;
}

/** Spaces and marks may differ, and little else. */
function isAsLongAs(headline: Block | null, { start, end }: Block): boolean {
  return headline !== null && Math.abs(headline.end - headline.start - (end - start)) <= 8;
}

function wordsOf(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

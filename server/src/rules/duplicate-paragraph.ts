import type { Block } from '../reading/model.ts';
import { type BlockNotes, mayBeCopied, SHORTEST_DUPLICATE } from './blockNotes.ts';
import { copyOf } from './copies.ts';
import type { Rule } from './rule.ts';

/** A paragraph says again what a paragraph or deck before it says, word for word. */
export const duplicateParagraph: Rule = {
  code: 'duplicate-paragraph',
  severity: 'warning',
  description: 'A paragraph repeats an earlier paragraph or deck, word for word.',
  remedy:
    'No fix: which of the two goes is for an editor to decide. Either can be removed by a quick fix, which drops its words.',
  fixable: 'never',
  *inDocument(document) {
    const { text, blocks, notes } = document;
    const opensLikeAnother = findAlike(notes);
    const seen = new Map<string, Block>();
    for (const [i, block] of blocks.entries()) {
      if (!mayBeCopied(block) || !opensLikeAnother(notes[i]!)) continue;
      const words = lettersOf(text.slice(block.start, block.end));
      if (words.length < SHORTEST_DUPLICATE) continue;
      const first = seen.get(words);
      if (first === undefined) seen.set(words, block);
      else if (block.kind === 'paragraph') yield { ...copyOf(document, first, block), message: messageOf(first) };
    }
  },
};

/** Which blocks have the number of another: told by its last digits first, which sorts out nearly all. */
function findAlike(notes: readonly BlockNotes[]): ({ opening }: BlockNotes) => boolean {
  const digits = (8 << Math.ceil(Math.log2(notes.length + 1))) - 1;
  const times = new Uint8Array(digits + 1);
  for (const { opening } of notes) if (times[opening & digits]! < 2) times[opening & digits]!++;
  const once = new Set<number>();
  const twice = new Set<number>();
  for (const { opening } of notes) if (times[opening & digits] === 2) (once.has(opening) ? twice : once).add(opening);
  return ({ opening }) => twice.has(opening);
}

function messageOf({ kind }: Block): string {
  return `This paragraph repeats an earlier ${kind} word for word. Which of the two goes is for an editor to decide.`;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

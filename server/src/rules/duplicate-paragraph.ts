import type { Block } from '../reading/model.ts';
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
    const { text, alike } = document;
    const seen = new Map<string, Block>();
    for (const block of alike) {
      if (block.kind !== 'paragraph' && block.kind !== 'deck') continue;
      const words = lettersOf(text.slice(block.start, block.end));
      if (words.length < SHORTEST_DUPLICATE) continue;
      const first = seen.get(words);
      if (first === undefined) seen.set(words, block);
      else if (block.kind === 'paragraph') yield { ...copyOf(document, first, block), message: messageOf(first) };
    }
  },
};

/** The shortest text, in letters and digits, whose repetition is no coincidence ("(Applause.)" may well come twice). */
const SHORTEST_DUPLICATE = 40;

function messageOf({ kind }: Block): string {
  return `This paragraph repeats an earlier ${kind} word for word. Which of the two goes is for an editor to decide.`;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

import type { Rule } from './rule.ts';

/** The shortest text, in letters and digits, whose repetition is no coincidence ("(Applause.)" may well come twice). */
const SHORTEST_DUPLICATE = 40;

/** A paragraph says again what a paragraph or deck before it says, word for word. */
export const duplicateParagraph: Rule = {
  code: 'duplicate-paragraph',
  severity: 'warning',
  *find({ text, layout }) {
    const seen = new Map<string, string>();
    for (const { kind, start, end } of layout.blocks) {
      if (kind !== 'paragraph' && kind !== 'deck') continue;
      const words = text
        .slice(start, end)
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
        .trim();
      if (words.length < SHORTEST_DUPLICATE) continue;
      const first = seen.get(words);
      if (first === undefined) seen.set(words, kind);
      else if (kind === 'paragraph')
        yield {
          start,
          end,
          message: `This paragraph repeats an earlier ${first} word for word. Which of the two goes is for an editor to decide.`,
          replacement: null,
        };
    }
  },
};

import type { Block, Span } from '../reading/model.ts';
import { copyOf } from './copies.ts';
import type { Finding, Rule, RuleDocument } from './rule.ts';

/** The shortest text, in letters and digits, whose repetition is no coincidence ("(Applause.)" may well come twice). */
const SHORTEST_DUPLICATE = 40;

/** A paragraph says again what a paragraph or deck before it says, word for word. */
export const duplicateParagraph: Rule = {
  code: 'duplicate-paragraph',
  severity: 'warning',
  description: 'A paragraph repeats an earlier paragraph or deck, word for word.',
  remedy:
    'No fix: which of the two goes is for an editor to decide. Either can be removed by a quick fix, which drops its words.',
  fixable: 'never',
  *find(document) {
    for (const { blocks } of document.documents) yield* copiesAmong(document, blocks);
  },
};

function* copiesAmong(document: RuleDocument, blocks: readonly Block[]): Iterable<Finding> {
  const { text } = document;
  const prose = blocks.filter(({ kind, start, end }) => {
    return (kind === 'paragraph' || kind === 'deck') && end - start >= SHORTEST_DUPLICATE;
  });
  const openings = prose.map(block => opening(text, block));
  const alike = new Map<number, number>();
  for (const letters of openings) alike.set(letters, (alike.get(letters) ?? 0) + 1);
  const seen = new Map<string, Block>();
  for (const [i, block] of prose.entries()) {
    if (alike.get(openings[i] ?? 0) === 1) continue;
    const words = lettersOf(text.slice(block.start, block.end));
    if (words.length < SHORTEST_DUPLICATE) continue;
    const first = seen.get(words);
    if (first === undefined) seen.set(words, block);
    else if (block.kind === 'paragraph') yield { ...copyOf(document, first, block), message: messageOf(first) };
  }
}

function messageOf({ kind }: Block): string {
  return `This paragraph repeats an earlier ${kind} word for word. Which of the two goes is for an editor to decide.`;
}

/** A number made of the first letters from A to Z: blocks that differ in it need no closer look. */
function opening(text: string, { start, end }: Span): number {
  let number = 0;
  for (let at = start, letters = 0; at < end && letters < SHORTEST_DUPLICATE; at++) {
    const letter = text.charCodeAt(at) | 0x20;
    if (letter < 0x61 || letter > 0x7a) continue;
    number = (Math.imul(number, 31) + letter) | 0;
    letters++;
  }
  return number;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

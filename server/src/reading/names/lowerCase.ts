import type { PlacedParagraph } from '../language.ts';

/** Which of the words, lower case, some paragraphs write without a capital somewhere. */
export function lowerCaseAmong(
  words: ReadonlySet<string>,
  paragraphs: readonly PlacedParagraph[],
): ReadonlySet<string> {
  const found = new Set<string>();
  if (words.size === 0) return found;
  // Nearly every token is none of them, and nearly always its first letter and length say so.
  const lengths = new Uint32Array(32);
  for (const word of words) {
    const letter = word.charCodeAt(0) & 31;
    lengths[letter] = (lengths[letter] as number) | (1 << (word.length & 31));
  }
  for (const { paragraph } of paragraphs) {
    for (const { text, lower } of paragraph.tokens) {
      const length = (lengths[lower.charCodeAt(0) & 31] as number) >>> (lower.length & 31);
      if ((length & 1) === 1 && text === lower && words.has(lower)) found.add(lower);
    }
  }
  return found;
}

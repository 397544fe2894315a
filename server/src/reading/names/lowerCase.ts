import type { DocumentParagraph } from '../language.ts';

/** So many paragraphs are searched at a step. */
const STEP = 256;

/** Which of the words, lower case, some paragraphs write without a capital somewhere; in steps of a few milliseconds. */
export function* lowerCaseAmong(
  words: ReadonlySet<string>,
  paragraphs: readonly DocumentParagraph[],
): Generator<void, ReadonlySet<string>, void> {
  const found = new Set<string>();
  if (words.size === 0) return found;
  // Nearly every token is none of them, and nearly always its first letter and length say so.
  const lengths = new Uint32Array(32);
  for (const word of words) {
    const letter = word.charCodeAt(0) & 31;
    lengths[letter] = (lengths[letter] as number) | (1 << (word.length & 31));
  }
  for (const [i, { paragraph }] of paragraphs.entries()) {
    if (i % STEP === STEP - 1) yield;
    for (const { text, lower } of paragraph.tokens) {
      const length = (lengths[lower.charCodeAt(0) & 31] as number) >>> (lower.length & 31);
      if ((length & 1) === 1 && text === lower && words.has(lower)) found.add(lower);
    }
  }
  return found;
}

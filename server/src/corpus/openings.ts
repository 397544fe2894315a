/** How many words tell a statement apart from the others of its document. */
const wordsOfOpening = 8;

/**
 * The first words of what is said, for a reader to recognise it by and for `openingOf` to find it again.
 * Only as much of the content is looked at as can hold them.
 */
export function firstWords(content: string): string {
  return content.slice(0, 400).trim().split(/\s+/).slice(0, wordsOfOpening).join(' ');
}

/**
 * A number for the first words of what is said, equal for equal ones whatever their case, punctuation and white space: FNV-1a,
 * 32 bits, over letters and digits. An empty content has one as well.
 */
export function openingOf(content: string): number {
  const letters = firstWords(content)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  let hash = 0x811c9dc5;
  for (let at = 0; at < letters.length; at++) hash = Math.imul(hash ^ letters.charCodeAt(at), 0x01000193);
  return hash | 0;
}

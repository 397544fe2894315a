/** How many words tell a statement apart from the others of its document. */
const wordsOfOpening = 8;
/** In these UTF-16 code units they are looked for. */
const farthest = 400;

/**
 * The first words of what is said, for a reader to recognise it by and for `openingOf` to find it again.
 * Only as much of the content is looked at as can hold them.
 */
export function firstWords(content: string): string {
  return content.slice(0, farthest).trim().split(/\s+/).slice(0, wordsOfOpening).join(' ');
}

/**
 * A number for the first words of what is said, equal for equal ones whatever their case, punctuation and white space: FNV-1a,
 * 32 bits, over letters and digits. An empty content has one as well.
 */
export function openingOf(content: string): number {
  return openingOfAscii(content) ?? hashed(lettersOf(firstWords(content)));
}

const lettersOf = (words: string): string =>
  words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

const BASIS = 0x811c9dc5;

const mixed = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

function hashed(letters: string): number {
  let hash = BASIS;
  for (let at = 0; at < letters.length; at++) hash = mixed(hash, letters.charCodeAt(at));
  return hash | 0;
}

/** The same without taking the words apart, which most contents can do without; null where one of them is not ASCII. */
function openingOfAscii(content: string): number | null {
  let hash = BASIS;
  let words = 0;
  let inWord = false;
  const end = Math.min(content.length, farthest);
  for (let at = 0; at < end; at++) {
    const code = content.charCodeAt(at);
    if (code > 127) return null;
    const isSpace = code === 32 || (code >= 9 && code <= 13);
    if (isSpace && inWord && ++words === wordsOfOpening) break;
    inWord = !isSpace;
    const letter = code >= 65 && code <= 90 ? code + 32 : code;
    if ((letter >= 97 && letter <= 122) || (letter >= 48 && letter <= 57)) hash = mixed(hash, letter);
  }
  return hash | 0;
}

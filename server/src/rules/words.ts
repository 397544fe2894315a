/** The proof that mending a text changed nothing but its seams. */
import { decodeMojibake } from './mojibakeText.ts';

/** What is read aloud: letters, digits, and the signs that stand for words. */
const WORD = /[\p{L}\p{M}\p{N}\p{Sc}%&@]+/gu;

/** Characters without a width of their own neither make a word nor part two. */
const INVISIBLE = /[\p{Cf}\u0000-\u0008\u000e-\u001f\u007f-\u009f]/gu;

/**
 * Whether one text has the words of another, in their order. Words that were glued may have come apart; none may have
 * been joined, changed, lost or added. Mojibake counts as the letters that its bytes stand for. Takes time in proportion to the lengths.
 */
export function keepsWords(before: string, after: string): boolean {
  const pieces = wordsOf(after);
  let at = 0;
  for (const word of wordsOf(before)) {
    let joined = '';
    while (joined.length < word.length && at < pieces.length) joined += pieces[at++];
    if (joined !== word) return false;
  }
  return at === pieces.length;
}

function wordsOf(text: string): readonly string[] {
  return decodeMojibake(text).replace(INVISIBLE, '').match(WORD) ?? [];
}

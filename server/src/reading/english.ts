/** The model of English that words are tagged by, and what its lexicon tells of a word by itself. */
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

// Sentences are bounded by quotations too, which wink-nlp's own splitter does not know: it need not run.
export const nlp = winkNLP(model, ['pos']);
const { its } = nlp;

/** wink-nlp numbers words as it meets them: those of its own lexicon come before the first that is none. */
const BEYOND_LEXICON = nlp.readDoc('qqzzxq').tokens().itemAt(0).out(its.uniqueId) as number;

/**
 * Whether English has the word as anything but a name: "climate", "reveals", "baker", not "mexico" or "lukaku".
 * Anything but small letters is no word.
 */
export function isEnglish(lower: string): boolean {
  const known = remembered.get(lower);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const english = /^[a-z]{2,}$/.test(lower) && isInLexicon(lower);
  remembered.set(lower, english);
  return english;
}

function isInLexicon(lower: string): boolean {
  const words = nlp.readDoc(lower).tokens();
  const [number = BEYOND_LEXICON] = words.out(its.uniqueId) as number[];
  return number < BEYOND_LEXICON && !/^[A-Z]/.test((words.out(its.lemma as never) as string[])[0] ?? '');
}

/** Documents share most of their words. */
const remembered = new Map<string, boolean>();
const MOST_REMEMBERED = 20_000;

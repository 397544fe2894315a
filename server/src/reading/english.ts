/** The model of English that words are tagged by, and what its lexicon tells of a word by itself. */
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { once } from './once.ts';

export const english = once(() => {
  // Sentences are bounded by quotations too, which wink-nlp's own splitter does not know: it need not run.
  const { readDoc, its } = winkNLP(model, ['pos']);
  // It numbers words as it meets them: those of its own lexicon come before the first that is none.
  const beyondLexicon = readDoc('qqzzxq').tokens().itemAt(0).out(its.uniqueId) as number;
  return { readDoc, its, beyondLexicon };
});

/** A part of what `english` does when it is first asked for, for whoever has other things to do in between. */
export function loadModel(): void {
  // A bundle loads the file of the model once a part of it is asked for.
  void model.core;
}

/**
 * Whether English has the word as anything but a name: "climate", "reveals", "baker", not "mexico" or "lukaku".
 * Anything but small letters is no word.
 */
export function isEnglish(lower: string): boolean {
  const known = remembered.get(lower);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const isWord = /^[a-z]{2,}$/.test(lower) && isInLexicon(lower);
  remembered.set(lower, isWord);
  return isWord;
}

function isInLexicon(lower: string): boolean {
  const { readDoc, its, beyondLexicon } = english();
  const words = readDoc(lower).tokens();
  const [number = beyondLexicon] = words.out(its.uniqueId) as number[];
  return number < beyondLexicon && !/^[A-Z]/.test((words.out(its.lemma as never) as string[])[0] ?? '');
}

/** Documents share most of their words. */
const remembered = new Map<string, boolean>();
const MOST_REMEMBERED = 20_000;

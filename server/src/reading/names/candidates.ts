import type { Paragraph } from '../language.ts';
import { FUNCTION_WORDS } from '../lexicon/function-words.ts';
import type { Candidate } from './candidate.ts';
import { ChainReader } from './chains.ts';
import { unitsOf } from './units.ts';

export interface Candidates {
  readonly found: readonly Candidate[];
  /** Words that the paragraph writes without a capital. */
  readonly lowerCase: ReadonlySet<string>;
}

const remembered = new WeakMap<Paragraph, Candidates>();

/** The stretches of a paragraph that may be names, and what speaks for each: a function of the paragraph alone. */
export function candidatesOf(paragraph: Paragraph): Candidates {
  const known = remembered.get(paragraph);
  if (known) return known;
  const fresh = findCandidates(paragraph);
  remembered.set(paragraph, fresh);
  return fresh;
}

function findCandidates(paragraph: Paragraph): Candidates {
  const { text } = paragraph;
  const units = unitsOf(paragraph);
  const lowerCase = new Set<string>();
  let lettered = 0;
  let capitals = 0;
  let shouted = 0;
  for (const unit of units) {
    if (!unit.word || !/^\p{L}/u.test(unit.text)) continue;
    if (!unit.capital) lowerCase.add(unit.lower);
    if (FUNCTION_WORDS.has(unit.lower)) continue;
    lettered++;
    if (unit.capital) capitals++;
    if (unit.shouted && unit.text.length > 3) shouted++;
  }
  const titleCase = lettered > 3 && capitals > lettered * 0.75 && !/[.!?]["”’']?\s*$/.test(text);
  const shouting = lettered > 3 && shouted > lettered * 0.6;
  return { found: new ChainReader({ text, units, titleCase, shouting }).read(), lowerCase };
}

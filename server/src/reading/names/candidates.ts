import type { Paragraph } from '../language.ts';
import { FUNCTION_WORDS } from '../lexicon/function-words.ts';
import type { Candidate } from './candidate.ts';
import { readChains } from './chains.ts';
import { unitsOf } from './units.ts';

const remembered = new WeakMap<Paragraph, readonly Candidate[]>();

/** The stretches of a paragraph that may be names, and what speaks for each: a function of the paragraph alone. */
export function candidatesOf(paragraph: Paragraph): readonly Candidate[] {
  const known = remembered.get(paragraph);
  if (known) return known;
  const fresh = findCandidates(paragraph);
  remembered.set(paragraph, fresh);
  return fresh;
}

/** In words and marks; of longer paragraphs so many tell whether everything has a capital. */
const LONGEST_HEADLINE = 24;

function findCandidates(paragraph: Paragraph): readonly Candidate[] {
  const { text } = paragraph;
  const units = unitsOf(paragraph);
  let lettered = 0;
  let capitals = 0;
  let shouted = 0;
  for (const unit of units.length > LONGEST_HEADLINE ? units.slice(0, LONGEST_HEADLINE) : units) {
    if (unit.mark || /^\d/.test(unit.text) || FUNCTION_WORDS.has(unit.lower)) continue;
    lettered++;
    if (unit.capital) capitals++;
    if (unit.shouted && unit.text.length > 3) shouted++;
  }
  const titleCase = lettered > 3 && capitals > lettered * 0.75 && !/[.!?]["”’']?\s*$/.test(text);
  const shouting = lettered > 3 && shouted > lettered * 0.6;
  return readChains({ text, units, titleCase, shouting, found: new Map() });
}

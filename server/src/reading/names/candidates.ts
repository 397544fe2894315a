import type { DocumentParagraph, Paragraph } from '../language.ts';
import type { Candidate } from './candidate.ts';
import { readChains } from './chains.ts';
import { startsWithDigit } from './line.ts';
import { type Unit, type Units, unitsOf } from './units.ts';
import { wordOf } from './word.ts';

/** The stretches of a paragraph that may be names, and what speaks for each: a function of the paragraph and its kind alone. */
export function candidatesOf(paragraph: Paragraph, kind: DocumentParagraph['kind']): readonly Candidate[] {
  const candidates = recall(paragraph);
  // The steps of a breadcrumb and the words of a label are a site's, not names, unless everybody knows them.
  return kind === 'breadcrumb' || kind === 'kicker' ? candidates.filter(({ known }) => known) : candidates;
}

function recall(paragraph: Paragraph): readonly Candidate[] {
  const { kept } = paragraph;
  if (!kept) return findCandidates(paragraph);
  kept.candidates ??= findCandidates(paragraph);
  return kept.candidates;
}

/** In words and marks; of longer paragraphs so many tell whether everything has a capital. */
const LONGEST_HEADLINE = 24;

function findCandidates(paragraph: Paragraph): readonly Candidate[] {
  const { text } = paragraph;
  const units = unitsOf(paragraph);
  return readChains({ text, ...units, ...caseOf(text, units), found: [] });
}

/** Whether nearly every word that tells has a capital, and whether nearly every one is all capitals. */
function caseOf(text: string, { units, capitals }: Units): { titleCase: boolean; shouting: boolean } {
  let capital = 0;
  let shouted = 0;
  for (const i of capitals) {
    const unit = units[i] as Unit;
    if (i >= LONGEST_HEADLINE) break;
    if (!tells(unit)) continue;
    capital++;
    if (unit.shouted && unit.text.length > 3) shouted++;
  }
  const mayBeTitle = !endsInStop(text);
  if (!mayBeTitle && shouted === 0) return { titleCase: false, shouting: false };
  const telling = units.slice(0, LONGEST_HEADLINE).filter(tells).length;
  return {
    titleCase: mayBeTitle && telling > 3 && capital > telling * 0.75,
    shouting: telling > 3 && shouted > telling * 0.6,
  };
}

/** Whether a capital would say something of the word: a number has none, "The" has one in any headline. */
function tells(unit: Unit): boolean {
  return !unit.mark && !startsWithDigit(unit.text) && !wordOf(unit).functionWord;
}

/** Whether the text ends as sentences do, with or without a closing quotation mark. */
function endsInStop(text: string): boolean {
  return text.endsWith('.') || /[.!?]["”’']?$/.test(text.trimEnd().slice(-2));
}

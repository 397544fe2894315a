import { matchesOf } from '../reading/layout/matches.ts';
import type { Block } from '../reading/model.ts';
import { fusionsIn, isPrefix, opensSentence } from './fusions.ts';
import { type Finding, nothing, type Rule } from './rule.ts';

/** The caption of a picture, with its credit, shares a line with the text behind it. */
export const gluedCaption: Rule = {
  code: 'glued-caption',
  severity: 'error',
  description: 'The caption of a picture shares its line with the text of the story.',
  remedy: 'The fix puts a blank line behind the caption.',
  fixable: 'always',
  inBlock({ text, block, lineEnd }) {
    const { start, end } = block;
    const line = text.slice(start, Math.min(end, start + LONGEST_CAPTION + LONGEST_CREDIT));
    if (!/[([/]/.test(line) && !CREDITED.test(line)) return nothing;
    const credits = [...behindBrackets(line), ...behindSlashes(line), ...behindLabel(line)];
    return credits.flatMap(at => textBehind(text, block, start + at, lineEnd) ?? []);
  },
};

function* behindBrackets(line: string): Iterable<number> {
  if (!/[([]/.test(line) || !/hoto|HOTO|mage|icture|Credit/.test(line)) return;
  for (const { 0: credit, index } of matchesOf(BRACKETED, line)) {
    if (index <= LONGEST_CAPTION) yield index + credit.length;
  }
}

function* behindSlashes(line: string): Iterable<number> {
  if (!line.includes('/')) return;
  for (const { 0: credit, index } of matchesOf(SLASHED, line)) {
    const fusion = fusionsIn(credit).find(({ left, right }) => left.length > 2 && right.length > 2 && !isPrefix(left));
    if (index <= LONGEST_CAPTION && fusion) yield index + fusion.at;
  }
}

function* behindLabel(line: string): Iterable<number> {
  const label = CREDITED.exec(line)?.[0];
  if (label === undefined) return;
  const fusions = fusionsIn(line.slice(0, LONGEST_CREDIT));
  const fusion = fusions.find(({ at, left }) => at > label.length && left.length > 1 && !isPrefix(left));
  if (fusion) yield fusion.at;
}

/** "[Photo/Fjord]", "(AP Photo/Jane Roe)", "(File photo)". */
const BRACKETED =
  /[([](?:(?:File|AP|AFP|Reuters|EPA|Getty|Handout|Pool|Courtesy)\s)?(?:[Pp]hoto(?:s|graph)?|PHOTOS?|[Ii]mages?|[Pp]ictures?|Credit)(?:(?:[/:,]|\s(?:by|credit|courtesy|from|of|via))[^()[\]\n]{1,80})?[)\]]/g;

/** "FJORD/Jane Roe" at the end of a caption, and what is written onto it. */
const SLASHED = /\b(?:[A-Z]{2,12}|Xinhua|Reuters)\/[A-Z][^\s/]{1,30}(?:\s[A-Z][^\s/]{1,30}){1,2}/g;

/** A credit that opens a line: "Photo: Jane Roe". */
const CREDITED = /^(?:Photo|Image|Picture|Photograph)s?(?:\sby|\scredit)?\s?:\s/;
const LONGEST_CREDIT = 120;

const LONGEST_CAPTION = 400;

function textBehind(text: string, block: Block, at: number, lineEnd: string): Finding | null {
  const space = /^[^\S\r\n]*/.exec(text.slice(at, at + 8))?.[0].length ?? 0;
  const rest = text.slice(at + space, Math.min(block.end, at + space + 160));
  if (rest.length < 30 || !opensSentence(rest)) return null;
  const left = /\S*$/u.exec(text.slice(Math.max(block.start, at - 40), at))?.[0] ?? '';
  const right = /^\S*/u.exec(rest)?.[0] ?? '';
  return {
    start: at - left.length,
    end: at + space + right.length,
    message: 'A caption and the text share a line. The fix puts a blank line between them.',
    replacement: left + lineEnd + lineEnd + right,
  };
}

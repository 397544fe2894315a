import type { Block } from '../reading/model.ts';
import { fusionsIn, isPrefix, opensSentence } from './fusions.ts';
import type { Finding, Rule } from './rule.ts';

/** The caption of a picture, with its credit, shares a line with the text behind it. */
export const gluedCaption: Rule = {
  code: 'glued-caption',
  severity: 'error',
  description: 'The caption of a picture shares its line with the text of the story.',
  remedy: 'The fix puts a blank line behind the caption.',
  fixable: 'always',
  *find({ text, layout, lineEnd }) {
    let next = 0;
    for (const { 0: credit, index } of mayHoldCredit(text) ? text.matchAll(BRACKETED) : []) {
      while ((layout.blocks[next]?.end ?? text.length) <= index) next++;
      const block = layout.blocks[next];
      const end = index + credit.length;
      if (!block || index < block.start || end > block.end || index - block.start > LONGEST_CAPTION) continue;
      const found = textBehind(text, block, end, lineEnd);
      if (found) yield found;
    }
    next = 0;
    for (const { 0: credit, index } of text.includes('/') ? text.matchAll(SLASHED) : []) {
      while ((layout.blocks[next]?.end ?? text.length) <= index) next++;
      const block = layout.blocks[next];
      if (!block || index < block.start || index - block.start > LONGEST_CAPTION) continue;
      const fusion = fusionsIn(credit).find(
        ({ left, right }) => left.length > 2 && right.length > 2 && !isPrefix(left),
      );
      const found = fusion && textBehind(text, block, index + fusion.at, lineEnd);
      if (found) yield found;
    }
    for (const block of layout.blocks) {
      if (text.charAt(block.start) !== 'P' && text.charAt(block.start) !== 'I') continue;
      const length = CREDITED.exec(text.slice(block.start, Math.min(block.end, block.start + 24)))?.[0].length;
      if (length === undefined) continue;
      const line = text.slice(block.start, Math.min(block.end, block.start + LONGEST_CREDIT));
      const fusion = fusionsIn(line).find(({ at, left }) => at > length && left.length > 1 && !isPrefix(left));
      const found = fusion && textBehind(text, block, block.start + fusion.at, lineEnd);
      if (found) yield found;
    }
  },
};

/** "[Photo/Fjord]", "(AP Photo/Jane Roe)", "(File photo)". */
const BRACKETED =
  /[([](?:(?:File|AP|AFP|Reuters|EPA|Getty|Handout|Pool|Courtesy)\s)?(?:[Pp]hoto(?:s|graph)?|PHOTOS?|[Ii]mages?|[Pp]ictures?|Credit)(?:(?:[/:,]|\s(?:by|credit|courtesy|from|of|via))[^()[\]\n]{1,80})?[)\]]/g;

function mayHoldCredit(text: string): boolean {
  return ['hoto', 'HOTO', 'mage', 'icture', 'Credit'].some(word => text.includes(word));
}

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

/** The header of a document: breadcrumb, headline, kicker, deck, stamp and byline, each of which may be missing. */
import type { BlockKind } from '../model.ts';
import { createPace } from '../steps.ts';
import { furnitureOf, isStamp, mayBeHeading, mayBeHeadline, mayOpenWithDateline, opensWithStamp } from './alone.ts';
import { isOutlet } from './stamp.ts';
import { countWords, ofLine, type WrittenLine } from './written.ts';

/** At most so many lines can stand before the body, and a stamp lies at most so far behind the headline. */
export const LONGEST_HEADER = 12;
const LINES_BETWEEN_HEADLINE_AND_STAMP = 3;

/** Names the lines of the header into `kinds`, in steps of half a line at most; returns the index of the first line of the body. */
export function* nameHeader(lines: readonly WrittenLine[], kinds: BlockKind[]): Generator<void, number, void> {
  const isPause = createPace(LONGEST_HEADER);
  const texts: number[] = [];
  const end = Math.min(lines.length, LONGEST_HEADER);
  let i = 0;
  for (; i < end; i++) {
    if (isPause(1)) yield;
    const line = lines[i] as WrittenLine;
    const furniture = furnitureOf(line);
    if (furniture) {
      kinds.push(furniture);
      continue;
    }
    if (isPause(1)) yield;
    if (opensBody(lines, i, texts.length)) break;
    texts.push(i);
    kinds.push('deck');
  }
  const hasBody = i < lines.length;
  if (!hasBody) {
    // Nothing but short lines: the first is a headline if others follow it, and those are the body.
    const [first, second] = texts;
    if (second === undefined) {
      for (const t of texts) kinds[t] = 'paragraph';
      return lines.length;
    }
    kinds.length = second;
    if (first !== undefined) kinds[first] = 'headline';
    return second;
  }
  return nameTexts(lines, kinds, texts, i);
}

function opensBody(lines: readonly WrittenLine[], i: number, textsBefore: number): boolean {
  const line = lines[i] as WrittenLine;
  if (mayOpenWithDateline(line) || opensWithStamp(line)) return true;
  if (textsBefore === 0 ? mayBeHeadline(line) : mayBeHeading(line)) return false;
  if (textsBefore === 0) return !standsOverDateline(lines, i);
  return !standsBeforeStamp(lines, i) && !isRepeated(lines, i);
}

/** A short sentence over the line that a dateline opens is a headline with a full stop. */
function standsOverDateline(lines: readonly WrittenLine[], i: number): boolean {
  const { head, isLong } = lines[i] as WrittenLine;
  const next = lines[i + 1];
  return !isLong && countWords(head) <= 20 && next !== undefined && mayOpenWithDateline(next);
}

/** A sentence between headline and stamp is a deck. */
export function standsBeforeStamp(lines: readonly WrittenLine[], i: number): boolean {
  return lines.slice(i + 1, i + 1 + LINES_BETWEEN_HEADLINE_AND_STAMP).some(isStamp);
}

/** A sentence that the next lines say again is a deck that repeats the lead. */
function isRepeated(lines: readonly WrittenLine[], i: number): boolean {
  const { head, start, end } = lines[i] as WrittenLine;
  return lines.slice(i + 1, i + 3).some(line => line.end - line.start === end - start && line.head === head);
}

/** Headline, kicker and deck among the header's texts; returns where the body starts. */
function nameTexts(lines: readonly WrittenLine[], kinds: BlockKind[], texts: readonly number[], body: number): number {
  const rest = [...texts];
  const [first, second] = rest;
  const lineAt = (i: number) => lines[i] as WrittenLine;
  if (first === undefined) return body;
  if (second !== undefined && isKickerBefore(lineAt(first), lineAt(second)) && kinds[first + 1] !== 'stamp') {
    kinds[first] = 'kicker';
    rest.shift();
  }
  if (rest.length > 1 && isOutletAlone(lineAt(rest[0] as number)) && kinds[(rest[0] as number) + 1] === 'stamp') {
    // Databases put the outlet and the day over the headline.
    kinds[rest.shift() as number] = 'kicker';
  }
  kinds[rest.shift() as number] = 'headline';
  let kickers = kinds.includes('kicker') ? 1 : 0;
  let decks = 0;
  for (const t of rest) {
    if (isLabel(lineAt(t)) && kickers === 0 && decks === 0) {
      kinds[t] = 'kicker';
      kickers++;
    } else if (decks < 2) {
      decks++;
    } else {
      kinds.length = t;
      return t;
    }
  }
  return body;
}

const isOutletAlone = ofLine(({ head }) => isOutlet(head));

function isKickerBefore(line: WrittenLine, second: WrittenLine): boolean {
  if (!isLabel(line)) return false;
  const first = line.head;
  const capitals = first === first.toUpperCase() && countWords(first) <= 4;
  return (capitals || countWords(first) <= 2) && countWords(second.head) >= 4;
}

/** A word or three that name a section, capitalised all. */
const isLabel = ofLine(({ head }) => {
  return head.length <= 40 && countWords(head) <= 3 && !/[.!?:;,]$/.test(head) && head.split(/\s+/).every(isLabelWord);
});

function isLabelWord(word: string): boolean {
  return /^(?:of|and|the|in|for|&|[\p{Lu}\p{N}\p{Lo}].*)$/u.test(word);
}

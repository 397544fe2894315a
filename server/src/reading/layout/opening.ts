/** How documents open: what tells the header of a document from the next paragraph or section of the same one. */

import { furnitureOf, mayBeHeading, mayBeHeadline, mayOpenWithDateline, opensWithStamp } from './alone.ts';
import { readDateline } from './dateline.ts';
import { LONGEST_HEADER, standsBeforeStamp } from './header.ts';
import { leadingStamp, readStamp } from './stamp.ts';
import { countWords, ofLine, type WrittenLine } from './written.ts';

/** `surely`: no section of a document opens so. `likely`: one might, but hardly behind a long row or at the top of a page. */
export type Opening = 'surely' | 'likely' | null;

const MOST_HEADINGS = 3;
const SHORTEST_HEADLINE_IN_WORDS = 5;
/** Headings of this kind stand over what is added to a document. */
const overAddition =
  /^(?:about|notes?|for|contacts?|background|media|press|further|additional|annex|appendix|references?|sources?|more)\b/i;

/** How surely a document opens with a line: its header must be there, and a body behind it. Looks at a dozen lines at most. */
export function openingAt(lines: readonly WrittenLine[], from: number): Opening {
  let headings = 0;
  let hasHeadline = false;
  let isNamed = false;
  let isDatedOrSigned = false;
  let hasSentence = false;
  const isSure = () => isNamed || (headings > 0 && isDatedOrSigned);
  for (let i = from; i < Math.min(lines.length, from + LONGEST_HEADER); i++) {
    const line = lines[i] as WrittenLine;
    const kind = furnitureOf(line);
    if (kind === 'section-break') return null;
    if (kind === 'breadcrumb') isNamed = true;
    else if (kind === 'stamp' && saysMoreThanDay(line)) isNamed = true;
    else if (kind === 'stamp' || kind === 'byline') isDatedOrSigned = true;
    if (kind !== null) continue;
    if (opensWithDateline(line)) return 'surely';
    if (headings < MOST_HEADINGS && (headings === 0 ? mayBeHeadline(line) : mayBeHeading(line))) {
      if (headings === 0)
        hasHeadline = countWords(line.head) >= SHORTEST_HEADLINE_IN_WORDS && !overAddition.test(line.head);
      headings++;
      continue;
    }
    hasSentence = true;
    if (headings > 0 && standsBeforeStamp(lines, i)) continue;
    if (isSure()) return 'surely';
    return hasHeadline || isDatedOrSigned || opensWithStamp(line) || mayOpenWithDateline(line) ? 'likely' : null;
  }
  // All that is left may be a sentence that stands before a stamp as a deck does.
  return hasSentence && isSure() ? 'surely' : null;
}

/** A day alone may head a section of a chronology. */
const saysMoreThanDay = ofLine(({ head }) => {
  const stamp = readStamp(head);
  return (
    stamp !== null && (stamp.outlet !== null || stamp.dates.some(({ label, time }) => label !== null || time !== null))
  );
});

const opensWithDateline = ofLine(({ head }) => {
  const stamp = leadingStamp(head);
  const rest = stamp ? head.slice(stamp.length).trimStart() : head;
  return readDateline(rest, stamp !== null) !== null;
});

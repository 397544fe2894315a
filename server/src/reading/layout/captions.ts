/** Captions and credits of pictures: "FILE PHOTO: A well in Chad. REUTERS/Jane Doe", "(Xinhua/Li Na)", "Photo: Jane Doe". */
import { isNames } from './written.ts';

const PICTURE =
  '(?:(?:[Ff]ile )?[Pp]hoto|(?:FILE )?PHOTO|[Ii]mage|IMAGE|[Pp]icture|[Pp]hotograph|[Ii]llustration)s?(?: [Cc]redits?)?';
const label = new RegExp(
  `^[([]?\\s?(?:${PICTURE}|[Cc]redits?|CREDIT|Photographer)\\s?(?:[:：]|by\\b|courtesy of\\b|via\\b)\\s?(.+)$`,
  'u',
);
/** Words that open captions and no other sentence. */
const opening = new RegExp(
  '^(?:FILE PHOTO\\b|FILE\\s?[-–—]|File (?:photo|image|picture)\\b|Caption\\s?:|Image caption(?:\\s?:|,?\\s)|' +
    '(?:(?:Aerial|Undated|Combo|Handout|This)\\s)?(?:P|p)hotos? (?:taken|released|provided)\\b|' +
    'In this (?:\\p{Lu}[\\p{L}.]*\\s\\d{1,2}, \\d{4},?\\s)?(?:file )?(?:photo|image|picture)\\b)',
  'u',
);

const PERSON = "\\p{Lu}[\\p{L}\\p{M}'’.-]*(?:\\s(?:de |van |bin )?\\p{Lu}[\\p{L}\\p{M}'’.-]*){1,3}";
const AGENCY = '(?:Xinhua|Reuters|REUTERS|AP|AFP|EPA|UPI|TASS|Getty Images|[A-Z]{2,8})(?: Photo)?';
const PICTURE_BY = '(?:Photo|PHOTO|Image|IMAGE|Picture|Credit|Illustration)s?';
const endings = [
  `[([](?:${AGENCY}\\s?/\\s?(?:${PERSON}|Handout|Pool)|(?:File )?Photos?\\s?/\\s?[^()[\\]]{2,60})[)\\]]\\.?$`,
  `[([](?:File )?${PICTURE_BY}(?:\\s?:| by| courtesy of| via)\\s([^()[\\]]{2,60})[)\\]]\\.?$`,
  `(?<![\\p{L}/])${AGENCY}/(?:${PERSON}|Handout|Pool)\\.?$`,
  `(?<![\\p{L}\\p{N}] )${PICTURE_BY}(?:\\s?:| by| courtesy of)\\s([^:]{2,60})$`,
  `(?<=[.!?]["”’]?\\s)[([]\\p{Lu}[\\p{L}.]+(?:\\s\\p{Lu}\\p{L}+)?\\s?/\\s?${PERSON}[)\\]]\\.?$`,
].map(ending => new RegExp(ending, 'u'));

const mayHoldCredit = /\/|(?:oto|OTO|mage|MAGE|icture|redit|llustration)s?(?:\s?:|\s)/;

const LONGEST_CAPTION = 240;
const LONGEST_CREDIT = 90;
/** Credits that take a line of their own. */
const credit = new RegExp(
  `^(?:[([]\\p{Lu}\\p{L}+\\s?/\\s?${PERSON}[)\\]]|[([]?(?:Photo|Image|Picture)s? (?:provided|supplied) (?:by|to)\\s.{2,60}|Image (?:copyright|source),?\\s.{2,60})$`,
  'u',
);

/** A caption tells what a picture shows, a credit whose picture it is; null for any other line. */
export function captionOrCredit(line: string): 'caption' | 'credit' | null {
  if (line.length > LONGEST_CAPTION) return null;
  const at = creditAt(line);
  if (at === 0 || credit.test(line)) return 'credit';
  const labelled = label.exec(line)?.[1];
  if (labelled !== undefined && at < 0 && isNames(labelled.replace(/[.)\]]+$/, ''))) return 'credit';
  return at > 0 || opening.test(line) || (labelled !== undefined && line.includes(':')) ? 'caption' : null;
}

/** Where the credit at the end of a line starts, or -1. */
function creditAt(line: string): number {
  const from = Math.max(0, line.length - LONGEST_CREDIT);
  const end = line.slice(from);
  if (!mayHoldCredit.test(end)) return -1;
  for (const ending of endings) {
    const found = ending.exec(end);
    if (found && (found[1] === undefined || isNames(found[1].replace(/[.)\]]+$/, '')))) return from + found.index;
  }
  return -1;
}
